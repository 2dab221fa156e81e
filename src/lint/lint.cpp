// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/lint.hpp"

#include "lint/material.hpp"

namespace unknot {

Problems lint(const Pack& pack, const std::string& today)
{
    Report report(pack);
    const Material material = read_material(pack, today, report);
    check_structure(material, report);
    check_questions(material, report);
    check_branches(material, report);
    check_links(material, report);
    check_facts(material, report);
    check_secrets(material, report);
    check_translations(material, report);
    check_freshness(material, report);
    check_scenarios(material, report);
    return report.take();
}

} // namespace unknot
