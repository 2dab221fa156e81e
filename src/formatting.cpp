// SPDX-License-Identifier: GPL-3.0-or-later
// What fmt's shared library holds, compiled from its headers: Debian has no archive of it, and to load it, and with it the C++ library, is most of what
// starting a helper takes. Compiled only with UNKNOT_STATIC_PARTS, and for the version whose instances these are.
#include <fmt/format-inl.h>

#include <locale>

FMT_BEGIN_NAMESPACE
namespace detail {

template auto dragonbox::to_decimal(float value) noexcept -> dragonbox::decimal_fp<float>;
template auto dragonbox::to_decimal(double value) noexcept -> dragonbox::decimal_fp<double>;
template auto locale_ref::get<std::locale>() const -> std::locale;
template auto thousands_sep_impl(locale_ref locale) -> thousands_sep_result<char>;
template auto decimal_point_impl(locale_ref locale) -> char;

} // namespace detail
FMT_END_NAMESPACE
