// SPDX-License-Identifier: GPL-3.0-or-later
// Machine output: one JSON document on standard output, keys in a fixed order. The fence around nlohmann-json is this folder's json_*.cpp and command
// files.
#pragma once

#include "unknot/problem.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace unknot {

using Json = nlohmann::ordered_json;

// Prints the document and a line break, as JsonWriter does.
void print_json(const Json& document);

// The document on one line, with its break, as exports have it.
std::string json_line(const Json& document);

// unknot.error/1
Json error_document(const Problem& problem);
Json place_json(const std::optional<Place>& place);

} // namespace unknot
