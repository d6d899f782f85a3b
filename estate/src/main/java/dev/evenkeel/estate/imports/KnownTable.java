package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.imports.CsvMapping.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table whose columns are known, because a program writes it. A row is a line with anything in
 * it, but not the header; columns that are not known are passed over.
 *
 * @param marks headers by which it is told: all of one of these
 * @param always see {@link CsvMapping}
 * @param means what columns mean: fields, and behind each the headers it goes by, the best first,
 *     letters and digits only
 */
record KnownTable(
    String id,
    String title,
    List<Set<String>> marks,
    Map<String, String> always,
    List<String> means)
    implements ImportFormat {

  /** What is known to be hardware or software is said so, of everything else nothing. */
  private static final Map<String, String> IF_KNOWN = Map.of("*", "");

  private static final String MAKER =
      "labels.manufacturer: manufacturer manufacturername brand brandname";

  static final KnownTable SERVICE_NOW =
      new KnownTable(
          "servicenow",
          "ServiceNow CMDB (CSV)",
          List.of(
              Set.of("name", "sysclassname"),
              Set.of("name", "sysclasspath"),
              Set.of("name", "sysid"),
              Set.of("name", "class", "operationalstatus"),
              Set.of("name", "class", "installstatus")),
          Map.of(),
          List.of(
              "id: sysid assettag tag",
              "name: name",
              "type: sysclassname class",
              "labels.class: sysclassname class",
              "description: shortdescription description",
              "product: modelid model",
              "version: version",
              "criticality: businescriticality businesscriticality",
              "owner: ownedby assignedto",
              "team: supportgroup assignmentgroup",
              "location: location",
              "installed: installdate installed",
              "purchased: purchasedate purchased",
              "warrantyEnd: warrantyexpiration",
              "labels.serial: serialnumber",
              "labels.assetTag: assettag tag",
              "labels.os: os operatingsystem",
              "labels.osVersion: osversion",
              "labels.status: operationalstatus",
              "labels.installStatus: installstatus status",
              "labels.environment: environment",
              "labels.department: department",
              "labels.company: company",
              "labels.vendor: vendor",
              MAKER));

  static final KnownTable SNIPE_IT =
      new KnownTable(
          "snipe-it",
          "Snipe-IT assets (CSV)",
          List.of(
              Set.of("assettag", "itemname"),
              Set.of("assettag", "assetname"),
              Set.of("assettag", "modelname")),
          Map.of("type", "hardware"),
          List.of(
              "id: assettag",
              "name: itemname assetname name",
              "description: notes",
              "product: modelname model",
              "owner: fullname assignedto checkedoutto",
              "location: location defaultlocation",
              "purchased: purchasedate purchased",
              "warrantyMonths: warranty warrantymonths",
              "warrantyEnd: warrantyexpires",
              "labels.serial: serial serialnumber",
              "labels.modelNumber: modelnumber modelno",
              "labels.category: category",
              "labels.status: status",
              "labels.company: company",
              "labels.supplier: supplier",
              MAKER));

  static final KnownTable GLPI =
      new KnownTable(
          "glpi",
          "GLPI inventory (CSV)",
          List.of(
              Set.of("name", "entity", "status"),
              Set.of("name", "entity", "manufacturer"),
              Set.of("name", "entity", "serialnumber")),
          Map.of("type", "hardware"),
          List.of(
              "id: id inventorynumber inventoryassetnumber",
              "name: name",
              "description: comments",
              "product: model",
              "owner: technicianinchargeofthehardware technicianincharge user alternateusername",
              "team: groupinchargeofthehardware groupincharge",
              "location: location",
              "installed: startupdate financialandadministrativeinformationstartupdate",
              "purchased: dateofpurchase financialandadministrativeinformationdateofpurchase",
              "warrantyMonths: warrantyduration financialandadministrativeinformationwarrantyduration",
              "warrantyEnd: warrantyexpirationdate financialandadministrativeinformationwarrantyexpirationdate",
              "labels.serial: serialnumber",
              "labels.type: type",
              "labels.entity: entity",
              "labels.status: status",
              "labels.os: operatingsystemname operatingsystem",
              "labels.osVersion: operatingsystemversion",
              MAKER));

  /** Read by {@link ITop}, which knows its other formats. */
  static final KnownTable I_TOP =
      new KnownTable(
          "itop",
          "iTop",
          List.of(
              Set.of("name", "organizationname"),
              Set.of("name", "orgidname"),
              Set.of("name", "orgid"),
              Set.of("name", "organizationfullname")),
          Map.of(),
          List.of(
              "id: id primarykey idprimarykey",
              "name: name",
              "type: finalclass cisubclass ciclass",
              "labels.class: finalclass cisubclass ciclass",
              "description: description",
              "criticality: businesscriticity businesscriticality",
              "product: modelname modelidname softwarename softwareidname",
              "location: locationname locationidname",
              "installed: move2production movetoproductiondate",
              "purchased: purchasedate",
              "warrantyEnd: endofwarranty",
              "labels.serial: serialnumber",
              "labels.assetTag: assetnumber",
              "labels.status: status",
              "labels.os: osfamilyname osfamilyidname",
              "labels.osVersion: osversionname osversionidname",
              "labels.organization: organizationname orgidname",
              "labels.manufacturer: brandname brandidname",
              "dependsOn.runs-on: systemname systemidname dbservername dbserveridname webservername webserveridname virtualhostname virtualhostidname"));

  KnownTable {
    marks = List.copyOf(marks);
    always = Map.copyOf(always);
    means = List.copyOf(means);
  }

  @Override
  public boolean looksLike(ImportFile file) {
    String first = file.head().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    Set<String> headers =
        Arrays.stream(first.split("[,;\\t|\\r]"))
            .map(KnownTable::plain)
            .collect(Collectors.toSet());
    return marks.stream().anyMatch(headers::containsAll);
  }

  @Override
  public Imported read(ImportFile file) {
    Table table = Table.of(file, Optional.empty(), Optional.empty(), '"');
    List<String> headers = Csv.header(file, table);
    List<String> plain = headers.stream().map(KnownTable::plain).toList();
    if (marks.stream().noneMatch(plain::containsAll)) {
      throw new Unreadable(
          file.line(1),
          "It is not from %s; its columns are: %s.".formatted(title, String.join(", ", headers)),
          "Import it as a table, and say what its columns mean.");
    }
    return Csv.read(
        file,
        new CsvMapping(
            EntryKind.SYSTEM,
            true,
            Optional.of(table.delimiter()),
            '"',
            Optional.empty(),
            ";",
            always,
            columns(headers, plain)));
  }

  private List<Column> columns(List<String> headers, List<String> plain) {
    List<Column> columns = new ArrayList<>();
    for (String meaning : means) {
      String field = meaning.substring(0, meaning.indexOf(':'));
      Arrays.stream(meaning.substring(field.length() + 1).strip().split(" "))
          .mapToInt(plain::indexOf)
          .filter(index -> index >= 0)
          .findFirst()
          .ifPresent(index ->
              columns.add(new Column(index, headers.get(index).strip(), field).with(words(field))));
    }
    return columns;
  }

  private static Map<String, String> words(String field) {
    return field.equals("type") ? IF_KNOWN : Map.of();
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
