package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvMapping.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses by their headers what columns mean. */
final class CsvGuess {
  /** Fields and the headers they go by, in the order of preference; letters and digits only. */
  private static final Map<String, String> SYSTEM = new HashMap<>();

  private static final Map<String, String> PERSON = new HashMap<>();

  private static final Map<String, String> TEAM = new HashMap<>();

  static {
    known(SYSTEM, "id", "id sysid uuid guid ciid systemid assetid assettag inventorynumber key");
    known(
        SYSTEM,
        "name",
        "name hostname fqdn system systemname server servername device devicename host ci ciname computername computer application applicationname appname app item itemname asset assetname service servicename");
    known(SYSTEM, "title", "title displayname label longname");
    known(SYSTEM, "type", "type kind class ciclass systemtype assettype");
    known(SYSTEM, "description", "description shortdescription comment comments notes remarks");
    known(SYSTEM, "product", "product software productname model modelname platform");
    known(
        SYSTEM,
        "version",
        "version softwareversion productversion release osversion installedversion");
    known(SYSTEM, "identifiers", "purl cpe identifiers");
    known(
        SYSTEM, "installed", "installed installdate installedon inservicesince golive golivedate");
    known(SYSTEM, "purchased", "purchased purchasedate dateofpurchase bought");
    known(SYSTEM, "warrantyMonths", "warrantymonths warrantyinmonths");
    known(
        SYSTEM,
        "warrantyEnd",
        "warrantyend warrantyexpiration warrantyexpires warrantyexpirationdate endofwarranty warrantyuntil warrantydate");
    known(SYSTEM, "supportEnd", "supportend endofsupport supportuntil eos eosdate supportedtill");
    known(SYSTEM, "securityEnd", "securityend endoflife eol eoldate endofsecurity securityuntil");
    known(
        SYSTEM,
        "criticality",
        "criticality businesscriticality businesscriticity importance priority tier");
    known(SYSTEM, "audience", "audience");
    known(
        SYSTEM, "owner", "owner ownedby systemowner businessowner assignedto contact responsible");
    known(SYSTEM, "team", "team supportgroup assignmentgroup managedby supportteam");
    known(SYSTEM, "experts", "experts expert sme knownby");
    known(SYSTEM, "location", "location site place datacenter building");
    known(SYSTEM, "timeZone", "timezone tz");
    known(SYSTEM, "users", "users usercount numberofusers");
    known(SYSTEM, "group", "group cluster redundancygroup");
    known(SYSTEM, "problems", "problems knownproblems knownissues");
    known(SYSTEM, "performance", "performance");
    known(SYSTEM, "holds", "holds dataclass dataclassification");
    known(SYSTEM, "dependsOn", "dependson dependencies dependency requires needs uses upstream");
    known(SYSTEM, "dependsOn.runs-on", "runson hostedon parent");
    known(SYSTEM, "labels.serial", "serial serialnumber sn");
    known(SYSTEM, "labels.manufacturer", "manufacturer vendor make");
    known(SYSTEM, "labels.environment", "environment env stage");
    known(SYSTEM, "labels.ip", "ip ipaddress");
    known(PERSON, "id", "id uuid username userid login employeenumber");
    known(PERSON, "name", "name fullname displayname");
    known(PERSON, "role", "role jobtitle function position");
    known(PERSON, "team", "team group department");
    known(PERSON, "skills", "skills skill competences competencies qualifications");
    known(PERSON, "email", "email mail emailaddress");
    known(PERSON, "phone", "phone telephone mobile mobilephone phonenumber");
    known(PERSON, "timeZone", "timezone tz");
    known(TEAM, "id", "id uuid");
    known(TEAM, "name", "name team group");
    known(TEAM, "description", "description comment notes");
    known(TEAM, "lead", "lead leader manager teamlead");
    known(TEAM, "email", "email mail emailaddress");
    known(TEAM, "channel", "channel chat slack");
  }

  private CsvGuess() {}

  private static void known(Map<String, String> of, String field, String headers) {
    for (String header : headers.split(" ")) {
      of.put(header, field);
    }
  }

  /** Which field a header goes by; empty when it is not known. */
  static Optional<String> field(EntryKind kind, String header) {
    Map<String, String> known =
        switch (kind) {
          case PERSON -> PERSON;
          case TEAM -> TEAM;
          default -> SYSTEM;
        };
    return Optional.ofNullable(
        known.get(header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")));
  }

  /**
   * Of several columns with one meaning the first gets it. A column that is not known means
   * nothing.
   */
  static List<Column> columns(EntryKind kind, List<String> headers) {
    List<Column> columns = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (int i = 0; i < headers.size(); i++) {
      String field =
          field(kind, headers.get(i))
              .filter(f -> CsvField.of(f, kind).orElseThrow().many() || given.add(f))
              .orElse("");
      columns.add(new Column(i, headers.get(i).strip(), field));
    }
    return columns;
  }
}
