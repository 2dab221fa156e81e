// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_findings.hpp"

#include "language.hpp"

#include <map>

namespace unknot {

namespace {

using Texts = std::map<std::string_view, const char*>;

void add_network(Texts& texts)
{
    texts.insert({
        {"connected", _("the connection was made")},
        {"refused", _("the connection was refused")},
        {"unreachable", _("there is no way to that address: {}")},
        {"unresolved", _("the name has no address: {}")},
        {"timeout", _("no answer in time")},
        {"found", _("the name was found")},
        {"no_name", _("there is no such name")},
        {"no_record", _("the name has no such record")},
        {"no_server", _("no name server could answer: {}")},
        {"unexpected", _("the answer is not the expected one: {}")},
        {"route", _("there is a way out")},
        {"no_route", _("there is no way out")},
        {"proxied", _("a proxy is set")},
        {"direct", _("no proxy is set")},
        {"no_proxy", _("the proxy does not answer")},
        {"proxy_refused", _("the proxy refuses: {}")},
        {"right", _("the clock is right")},
        {"skewed", _("the clock is {} s off")},
        {"no_time", _("no server told the time {}")},
    });
}

void add_web(Texts& texts)
{
    texts.insert({
        {"valid", _("the certificate is valid")},
        {"expires_soon", _("the certificate expires in {} days")},
        {"expired", _("the certificate has expired")},
        {"not_yet_valid", _("the certificate is not valid yet")},
        {"self_signed", _("the certificate was signed by itself")},
        {"untrusted", _("the certificate's signer is not trusted: {}")},
        {"wrong_host", _("the certificate is for another host: {}")},
        {"no_handshake", _("no secure connection came about: {}")},
        {"answered", _("the page answers")},
        {"status", _("the page answers with the status {}")},
        {"no_match", _("the expected text is not in it")},
        {"redirects", _("there are more than {} redirects")},
        {"downgrade", _("it leads from https to http: {}")},
        {"private_redirect", _("it leads into a private network: {}")},
        {"too_large", _("the answer is larger than {}")},
        {"no_answer", _("the server hung up: {}")},
        {"bad_answer", _("the answer makes no sense: {}")},
    });
}

void add_machine(Texts& texts)
{
    texts.insert({
        {"enough", _("{} free")},
        {"short", _("only {} free")},
        {"no_inodes", _("no more files can be made there")},
        {"there", _("it is there")},
        {"absent", _("it is not there")},
        {"unwanted", _("it is there, and should not be")},
        {"open_mode", _("more people may use it than should: mode {}")},
        {"other_owner", _("it belongs to {}")},
        {"too_old", _("it is too old: {}")},
        {"running", _("it runs")},
        {"not_running", _("it does not run {}")},
        {"listening", _("something listens there")},
        {"not_listening", _("nothing listens there")},
        {"set", _("it is set")},
        {"unset", _("it is not set")},
        {"told", _("it is as expected")},
        {"mismatch", _("it is not as expected")},
        {"unreadable", _("it cannot be looked at: {}")},
    });
}

void add_programs(Texts& texts)
{
    texts.insert({
        {"version", _("it is version {}")},
        {"installed", _("it is installed: {}")},
        {"not_installed", _("it is not installed")},
        {"outside", _("its version is not {}")},
        {"no_version", _("it does not tell its version")},
        {"unknown_program", _("there is no known way to ask '{}' for its version")},
        {"no_packages", _("there is no package manager to ask")},
        {"no_systemd", _("there is no systemd to ask")},
        {"done", _("it ended as expected")},
        {"exit_status", _("it ended with the status {}")},
        {"killed", _("it was ended: {}")},
        {"not_started", _("it could not be started: {}")},
    });
}

void add_outcomes(Texts& texts)
{
    texts.insert({
        {"bad_target", _("expected {} to look at")},
        {"bad_setting", _("expected another value of {}")},
        {"internal", _("the helper failed: {}")},
        {"no_helper", _("the helper 'unknot-probe' could not be started: {}")},
        {"crashed", _("the helper crashed")},
        {"bad_report", _("the helper's report is unusable: {}")},
        {"offline", _("not looked at: --offline")},
        {"no_probes", _("not looked at: --no-probes")},
        {"not_allowed", _("not looked at: it was not allowed")},
        {"declined", _("not looked at: you said no")},
        {"pack_not_named", _("not looked at: commands run only for packs named by --pack")},
        {"interrupted", _("not looked at: interrupted")},
    });
}

} // namespace

const char* finding_text(std::string_view finding)
{
    static const Texts texts = [] {
        Texts made;
        add_network(made);
        add_web(made);
        add_machine(made);
        add_programs(made);
        add_outcomes(made);
        return made;
    }();
    const auto found = texts.find(finding);
    return found == texts.end() ? nullptr : found->second;
}

} // namespace unknot
