package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * iTop: objects as XML ({@code <Set>}), the files of an archive together, and tables (CSV). A row
 * is a configuration item, a person or a team; of a table every line. Locations, models, versions
 * and the like, and links between objects, are read for what they say of these; a link between
 * things that are not in the same import is rejected. Ids are {@code ci/1} and {@code contact/1}; 0
 * is none.
 */
final class ITop implements ImportFormat {
  private static final Set<String> HARDWARE =
      Set.of(
          "Server",
          "NetworkDevice",
          "StorageSystem",
          "SANSwitch",
          "NAS",
          "TapeLibrary",
          "PC",
          "Printer",
          "Phone",
          "IPPhone",
          "MobilePhone",
          "Tablet",
          "Peripheral",
          "Rack",
          "Enclosure",
          "PDU",
          "PowerSource",
          "Hypervisor");
  private static final Set<String> SOFTWARE =
      Set.of(
          "DBServer",
          "WebServer",
          "Middleware",
          "MiddlewareInstance",
          "DatabaseSchema",
          "WebApplication",
          "ApplicationSolution",
          "OtherSoftware",
          "PCSoftware",
          "VirtualMachine",
          "Farm",
          "LogicalVolume",
          "ContainerImage");
  private static final Set<String> SERVICES = Set.of("BusinessProcess");
  private static final String SOLUTION_LINK = "lnkApplicationSolutionToFunctionalCI";

  /** What an item runs on, by the attributes that name it. */
  private static final List<String> BELOW =
      List.of(
          "system_id",
          "dbserver_id",
          "webserver_id",
          "middleware_id",
          "virtualhost_id",
          "server_id");

  @Override
  public String id() {
    return "itop";
  }

  @Override
  public String title() {
    return "iTop (XML or CSV)";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    return file.head().replaceFirst("(?s)^\\s*<\\?xml.*?\\?>", "").stripLeading().startsWith("<Set")
        || KnownTable.I_TOP.looksLike(file) && file.isNamed(".csv");
  }

  @Override
  public Imported read(ImportFile file) {
    return readAll(List.of(file));
  }

  @Override
  public Imported readAll(List<ImportFile> files) {
    Reading reading = new Reading();
    for (ImportFile file : files) {
      if (file.head().stripLeading().startsWith("<")) {
        reading.read(file);
      } else {
        reading.taking.add(Imports.one(file, KnownTable.I_TOP::read));
      }
    }
    return reading.all();
  }

  /** One import. */
  private static final class Reading {
    private record Thing(XmlNode node, Place place) {
      String get(String attribute) {
        return node.some(attribute).filter(text -> !text.equals("0")).orElse("");
      }
    }

    private final Taking taking = new Taking();
    private final Map<String, Thing> items = new LinkedHashMap<>();
    private final Map<String, Thing> contacts = new LinkedHashMap<>();
    private final Map<String, Thing> others = new HashMap<>();
    private final List<Thing> joins = new ArrayList<>();
    private final Map<String, List<Patch.Link>> links = new HashMap<>();

    void read(ImportFile file) {
      List<Thing> things = new ArrayList<>();
      Imported seen =
          Imports.one(
              file,
              whole -> {
                XmlFile.children(
                    whole,
                    "Set",
                    node ->
                        things.add(
                            new Thing(
                                node,
                                whole
                                    .line(node.line())
                                    .in("%s %s".formatted(node.name(), node.attribute("id"))))));
                return new Taking().all();
              });
      taking.add(seen);
      if (seen.rejected().isEmpty()) {
        things.forEach(this::sort);
      }
    }

    private void sort(Thing thing) {
      String kind = thing.node().name();
      String id = thing.node().attribute("id");
      if (kind.startsWith("lnk")) {
        joins.add(thing);
        taking.passOver(kind);
      } else if (isItem(thing.node())) {
        first(items, "ci/" + id, thing);
      } else if (kind.equals("Person") || kind.equals("Team")) {
        first(contacts, "contact/" + id, thing);
      } else {
        others.put(kind + "/" + id, thing);
        taking.passOver(kind);
      }
    }

    private void first(Map<String, Thing> into, String id, Thing thing) {
      Thing first = into.putIfAbsent(id, thing);
      if (first != null) {
        taking.reject(
            thing.place(),
            "the %s '%s'".formatted(thing.node().name(), thing.get("name")),
            "The id stands here a second time; the first is at %s.".formatted(first.place()),
            "Export it again.");
      }
    }

    Imported all() {
      joins.forEach(this::join);
      items.forEach(this::item);
      contacts.forEach(this::contact);
      return taking.all();
    }

    private void join(Thing join) {
      switch (join.node().name()) {
        case SOLUTION_LINK ->
            link(
                join,
                "ci/" + join.get("applicationsolution_id"),
                Patch.Link.dependency("ci/" + join.get("functionalci_id"), Map.of(), join.place()));
        case "lnkConnectableCIToNetworkDevice" ->
            link(
                join,
                "ci/" + join.get("connectableci_id"),
                Patch.Link.dependency(
                    "ci/" + join.get("networkdevice_id"), Map.of("type", "runs-on"), join.place()));
        case "lnkContactToFunctionalCI" -> {
          String contact = "contact/" + join.get("contact_id");
          Thing known = contacts.get(contact);
          boolean team = known != null && known.node().name().equals("Team");
          link(
              join,
              "ci/" + join.get("functionalci_id"),
              Patch.Link.to(
                  team ? "team" : "experts",
                  team ? EntryKind.TEAM : EntryKind.PERSON,
                  contact,
                  join.place()));
        }
        case "lnkPersonToTeam" ->
            link(
                join,
                "contact/" + join.get("person_id"),
                Patch.Link.to(
                    "team", EntryKind.TEAM, "contact/" + join.get("team_id"), join.place()));
        default -> {}
      }
    }

    private void link(Thing join, String from, Patch.Link link) {
      if (items.containsKey(from) || contacts.containsKey(from)) {
        links.computeIfAbsent(from, _ -> new ArrayList<>()).add(link);
      } else {
        taking.rejectValue(
            join.place(),
            "the link",
            "It is about %s, which is not in this import.".formatted(from),
            "Import both together, in one archive.");
      }
    }

    private void item(String id, Thing item) {
      String kind = item.node().name();
      if (item.get("name").isEmpty()) {
        taking.reject(item.place(), "the " + kind, "It has no name.", "Name it in iTop.");
        return;
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put(
          "type",
          HARDWARE.contains(kind) ? "hardware" : SERVICES.contains(kind) ? "service" : "software");
      put(fields, "description", item.get("description"));
      put(
          fields,
          "criticality",
          Words.meant("criticality", item.get("business_criticity"), Map.of()));
      date(item, "move2production", "installed", fields);
      date(item, "end_of_warranty", "warrantyEnd", fields);
      put(fields, "location", named(item, "location_id", "Location"));
      product(item, fields);
      Map<String, Object> labels = new LinkedHashMap<>();
      labels.put("class", kind);
      put(labels, "status", item.get("status"));
      put(labels, "serial", item.get("serialnumber"));
      put(labels, "assetTag", item.get("asset_number"));
      put(labels, "organization", named(item, "org_id", "Organization"));
      put(labels, "os", named(item, "osfamily_id", "OSFamily"));
      put(labels, "osVersion", named(item, "osversion_id", "OSVersion"));
      fields.put("labels", labels);
      List<Patch.Link> all = new ArrayList<>();
      for (String attribute : BELOW) {
        if (!item.get(attribute).isEmpty()) {
          all.add(
              Patch.Link.dependency(
                  "ci/" + item.get(attribute),
                  Map.of("type", "runs-on"),
                  item.place().in(attribute)));
        }
      }
      all.addAll(links.getOrDefault(id, List.of()));
      taking.take(new Patch(EntryKind.SYSTEM, id, item.get("name"), fields, all, item.place()));
    }

    private void product(Thing item, Map<String, Object> fields) {
      Thing software = others.get("Software/" + item.get("software_id"));
      if (software != null) {
        put(fields, "product", software.get("name"));
        put(fields, "version", software.get("version"));
        return;
      }
      String brand = named(item, "brand_id", "Brand");
      String model = named(item, "model_id", "Model");
      put(fields, "product", model.isEmpty() ? "" : (brand + " " + model).strip());
    }

    private void date(Thing item, String attribute, String field, Map<String, Object> fields) {
      String text = item.get(attribute);
      if (text.isEmpty()) {
        return;
      }
      try {
        fields.put(field, Dates.read(text, Optional.empty()).toString());
      } catch (Dates.NoDate e) {
        taking.rejectValue(
            item.place().in(attribute), "`%s`".formatted(field), e.why(), e.wayOut());
      }
    }

    /** The name of what an attribute refers to, from its object or from beside it. */
    private String named(Thing item, String attribute, String kind) {
      Thing other = others.get(kind + "/" + item.get(attribute));
      return other != null ? other.get("name") : item.get(attribute + "_friendlyname");
    }

    private void contact(String id, Thing contact) {
      boolean person = contact.node().name().equals("Person");
      String name = (contact.get("first_name") + " " + contact.get("name")).strip();
      if (name.isEmpty()) {
        taking.reject(
            contact.place(), "the " + contact.node().name(), "It has no name.", "Name it in iTop.");
        return;
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      put(fields, "email", contact.get("email"));
      if (person) {
        put(fields, "phone", contact.get("phone"));
        put(fields, "role", contact.get("function"));
      }
      List<Patch.Link> teams = links.getOrDefault(id, List.of());
      taking.take(
          new Patch(
              person ? EntryKind.PERSON : EntryKind.TEAM,
              id,
              name,
              fields,
              teams.stream().limit(1).toList(), // a person is in one team here
              contact.place()));
    }

    private static void put(Map<String, Object> into, String key, String text) {
      if (!text.isEmpty()) {
        into.put(key, text);
      }
    }
  }

  /** Also of a class somebody added: only configuration items have a criticality. */
  private static boolean isItem(XmlNode node) {
    String kind = node.name();
    return HARDWARE.contains(kind)
        || SOFTWARE.contains(kind)
        || SERVICES.contains(kind)
        || !node.all("business_criticity").isEmpty();
  }
}
