// SPDX-License-Identifier: GPL-3.0-or-later
// Each reason in a sentence that says what is the matter, to somebody who never heard of domains.
#include "contact_words.hpp"

#include "language.hpp"

namespace unknot {

std::string meaning(ContactReason reason)
{
    switch (reason) {
    case ContactReason::listed_domain: return _("the site's name is on the list, exactly");
    case ContactReason::listed_host: return _("this one site is on the list, exactly");
    case ContactReason::listed_channel: return _("this page is on the list as a way to reach them");
    case ContactReason::listed_email: return _("the e-mail address is on the list, exactly");
    case ContactReason::listed_phone: return _("the number is on the list, exactly");
    case ContactReason::listed_account: return _("the account is on the list, on this service");
    case ContactReason::plain_http: return _("http:// is not protected: somebody on the way can change what you see");
    case ContactReason::odd_port: return _("the number behind the name leads to another program than their site");
    case ContactReason::stale_entry: return _("nobody has looked at this entry of the list for more than a year");
    case ContactReason::undated_entry: return _("nobody knows when this entry of the list was last looked at");
    case ContactReason::unlisted_mailbox: return _("the part behind the @ is theirs, but this address is not on the list");
    case ContactReason::service_not_said: return _("it is not said on which service the account is");
    case ContactReason::same_name_other_suffix: return _("the name is the same, the ending another one: each ending can belong to somebody else");
    case ContactReason::same_name_other_service: return _("the name is that of an official one, but in another place");
    case ContactReason::confusable_characters: return _("it has letters that look like those of the official name");
    case ContactReason::mixed_scripts: return _("letters of two alphabets are mixed in one word");
    case ContactReason::one_letter_off: return _("a letter is missing, wrong, doubled or swapped");
    case ContactReason::brand_in_longer_name: return _("the official name is only a part of a longer one, which anybody can register");
    case ContactReason::dots_or_hyphens: return _("dots or hyphens stand where the official name has none");
    case ContactReason::official_name_as_subdomain: return _("the official name stands in front, but what counts is the end of the name");
    case ContactReason::official_name_before_at: return _("the official name stands before the @, but what counts comes behind it");
    case ContactReason::official_name_in_path: return _("the official name stands behind the slash, where anybody can write what they like");
    case ContactReason::one_digit_off: return _("it is one digit away from an official number");
    case ContactReason::hidden_characters: return _("it contains characters that cannot be seen");
    case ContactReason::link_service: return _("a short link hides where it leads");
    case ContactReason::code_host: return _("anybody can publish programs there");
    case ContactReason::form_service: return _("anybody can put up a form there");
    case ContactReason::social_network: return _("anybody can open an account or write there");
    case ContactReason::app_store: return _("anybody can offer an app there");
    case ContactReason::site_host: return _("anybody can put up a site there");
    case ContactReason::free_mail: return _("anybody can get such an e-mail address");
    case ContactReason::not_listed: return _("it is on no list that is known here");
    case ContactReason::number_as_host: return _("instead of a name it has a computer's number, which says nothing of whose it is");
    case ContactReason::no_country_code: return _("it may be an official number without the code of its country: write it with + and the code");
    case ContactReason::not_an_address: return _("it is no web address, e-mail address, telephone number or account");
    case ContactReason::unusual_scheme: return _("it begins like something that is no web page");
    case ContactReason::user_info: return _("a name stands before an @ in it: many read that for the address");
    case ContactReason::backslash: return _("it has a backslash, which programs read in different ways");
    case ContactReason::percent_in_host: return _("letters of the name are hidden behind percent signs");
    case ContactReason::bad_host: return _("the name in it is none that a site can have");
    case ContactReason::bad_port: return _("the number behind the name is none");
    case ContactReason::disguised_number: return _("a computer's number is written so that people cannot read it");
    }
    return {};
}

} // namespace unknot
