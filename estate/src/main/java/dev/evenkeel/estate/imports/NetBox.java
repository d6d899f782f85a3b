package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NetBox: a dump of its database ({@code manage.py dumpdata}) or lists of its API ({@code
 * /api/dcim/devices/}, {@code /api/virtualization/virtual-machines/}, {@code …/clusters/}). A row
 * is a device, a virtual machine or a cluster. Sites, roles, tenants and the like are read for what
 * they say of these; everything else is passed over. Ids are {@code device/1}, {@code vm/1}, {@code
 * cluster/1}.
 *
 * <p>A virtual machine runs on its cluster, or on its device when it names one; a cluster runs on
 * its devices, which stand in for each other. Cables join ports and do not say who needs whom.
 */
final class NetBox implements ImportFormat {
  private static final Pattern DUMP =
      Pattern.compile("\"model\":\\s*\"(dcim|virtualization|circuits|ipam|tenancy|extras)\\.");
  private static final Pattern API =
      Pattern.compile("/api/(dcim/devices|virtualization/(virtual-machines|clusters))/");

  /** Rows, by the model in a dump and by the address in the API. */
  private static final Map<String, String> ROWS =
      Map.of(
          "dcim.device", "device",
          "virtualization.virtualmachine", "vm",
          "virtualization.cluster", "cluster",
          "dcim/devices", "device",
          "virtualization/virtual-machines", "vm",
          "virtualization/clusters", "cluster");

  private static final Set<String> READ =
      Set.of(
          "dcim.site",
          "dcim.location",
          "dcim.rack",
          "dcim.platform",
          "dcim.devicerole",
          "dcim.devicetype",
          "dcim.manufacturer",
          "tenancy.tenant",
          "virtualization.clustertype");

  @Override
  public String id() {
    return "netbox";
  }

  @Override
  public String title() {
    return "NetBox";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    String head = file.head();
    return DUMP.matcher(head).find() || head.contains("\"results\"") && API.matcher(head).find();
  }

  @Override
  public Imported read(ImportFile file) {
    Reading reading = new Reading(file);
    JsonFile.each(file, reading::piece);
    return reading.all();
  }

  /** One file. */
  private static final class Reading {
    private static final Pattern VERSION_BEHIND = Pattern.compile("(.*\\S)[ -]v?(\\d[\\w.]*)");

    private record Row(String sort, Node fields, String id, Place place) {}

    private final ImportFile file;
    private final Taking taking = new Taking();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Node> others = new HashMap<>();
    private final Map<String, List<String>> devicesOf = new HashMap<>();
    private final Map<String, String> clusterNames = new HashMap<>();
    private boolean known;
    private int index;

    Reading(ImportFile file) {
      this.file = file;
    }

    void piece(String key, Node piece) {
      if (key.isEmpty()) {
        dumped(piece);
      } else if (key.equals("results")) {
        listed(piece);
      }
    }

    /** An object of a dump: a model, a key, fields. */
    private void dumped(Node object) {
      String model = object.get("model").text();
      String id = object.get("pk").text();
      String sort = ROWS.get(model);
      known |= model.contains(".") && object.get("fields").isMapping();
      Place place = place(object);
      if (sort != null) {
        row(new Row(sort, object.get("fields"), id, place));
      } else {
        taking.passOver(model.isEmpty() ? "objects of no model" : model);
        if (READ.contains(model)) {
          others.put(model + "/" + id, object.get("fields"));
        }
      }
      index++;
    }

    /** An object of the API, in which other objects stand whole. */
    private void listed(Node object) {
      Matcher address = API.matcher(object.get("url").text());
      Place place = place(object);
      if (address.find()) {
        known = true;
        row(
            new Row(
                ROWS.getOrDefault(address.group(1), ""), object, object.get("id").text(), place));
      } else {
        taking.passOver("objects of other addresses");
      }
      index++;
    }

    /** A dump is one long line, so the line alone says little. */
    private Place place(Node object) {
      return object.place(file).in("object " + (index + 1));
    }

    private void row(Row row) {
      rows.add(row);
      String cluster = key(row.fields().get("cluster"));
      if (row.sort().equals("device") && !cluster.isEmpty()) {
        devicesOf.computeIfAbsent(cluster, _ -> new ArrayList<>()).add("device/" + row.id());
      }
      if (row.sort().equals("cluster")) {
        clusterNames.put(row.id(), row.fields().get("name").text());
      }
    }

    Imported all() {
      if (!known) {
        throw new Unreadable(
            file.line(1),
            "It is neither a dump of NetBox nor a list of its API.",
            "Export it with `manage.py dumpdata`, or fetch /api/dcim/devices/?limit=0.");
      }
      rows.forEach(this::take);
      return taking.all();
    }

    private void take(Row row) {
      Node fields = row.fields();
      String name = fields.get("name").text();
      if (name.isEmpty()) {
        taking.reject(
            row.place(),
            "the %s %s".formatted(row.sort(), row.id()),
            "It has no name%s.".formatted(location(fields).map(" (in %s)"::formatted).orElse("")),
            "Name it in NetBox, if it is to be in the estate.");
        return;
      }
      List<Patch.Link> links = new ArrayList<>();
      Map<String, Object> said =
          switch (row.sort()) {
            case "device" -> device(fields);
            case "vm" -> machine(fields, links, row);
            default -> cluster(row, links);
          };
      location(fields).ifPresent(place -> said.put("location", place));
      object(fields.get("site"), "dcim.site")
          .get("time_zone")
          .some()
          .ifPresent(zone -> said.put("timeZone", zone));
      fields
          .get("description")
          .some()
          .or(() -> fields.get("comments").some())
          .ifPresent(text -> said.put("description", text));
      labels(fields, said);
      taking.take(
          new Patch(EntryKind.SYSTEM, row.sort() + "/" + row.id(), name, said, links, row.place()));
    }

    private Map<String, Object> device(Node fields) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("type", "hardware");
      Node type = object(fields.get("device_type"), "dcim.devicetype");
      String maker = named(type.get("manufacturer"), "dcim.manufacturer").orElse("");
      type.get("model")
          .some()
          .ifPresent(model -> said.put("product", (maker + " " + model).strip()));
      String cluster = key(fields.get("cluster"));
      clusterName(fields, cluster).ifPresent(name -> said.put("group", Spelling.of(name, "group")));
      return said;
    }

    private Map<String, Object> machine(Node fields, List<Patch.Link> links, Row row) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("type", "software");
      named(fields.get("platform"), "dcim.platform")
          .ifPresent(platform -> {
            Matcher version = VERSION_BEHIND.matcher(platform);
            said.put("product", version.matches() ? version.group(1) : platform);
            if (version.matches()) {
              said.put("version", version.group(2));
            }
          });
      String device = key(fields.get("device"));
      String cluster = key(fields.get("cluster"));
      if (!device.isEmpty()) {
        links.add(on("device/" + device, row.place()));
      } else if (!cluster.isEmpty()) {
        clusterName(fields, cluster)
            .ifPresent(name ->
                taking.mention(
                    new Patch(
                        EntryKind.SYSTEM,
                        "cluster/" + cluster,
                        name,
                        Map.of(),
                        List.of(),
                        row.place())));
        links.add(on("cluster/" + cluster, row.place()));
      }
      return said;
    }

    private Map<String, Object> cluster(Row row, List<Patch.Link> links) {
      devicesOf
          .getOrDefault(row.id(), List.of())
          .forEach(device -> links.add(on(device, row.place())));
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("type", "service");
      named(row.fields().get("type"), "virtualization.clustertype")
          .ifPresent(type -> said.put("product", type));
      return said;
    }

    private static Patch.Link on(String id, Place place) {
      return Patch.Link.dependency(id, Map.of("type", "runs-on"), place);
    }

    private Optional<String> clusterName(Node fields, String cluster) {
      return Optional.ofNullable(clusterNames.get(cluster))
          .or(() -> fields.at("cluster", "name").some());
    }

    private Optional<String> location(Node fields) {
      Optional<String> site = named(fields.get("site"), "dcim.site");
      Optional<String> rack = named(fields.get("rack"), "dcim.rack");
      return site.map(name -> rack.map(r -> name + ", " + r).orElse(name)).or(() -> rack);
    }

    private void labels(Node fields, Map<String, Object> said) {
      Map<String, Object> labels = new LinkedHashMap<>();
      fields.get("serial").some().ifPresent(text -> labels.put("serial", text));
      fields.get("asset_tag").some().ifPresent(text -> labels.put("assetTag", text));
      fields
          .at("status", "value")
          .some()
          .or(() -> fields.get("status").some())
          .ifPresent(text -> labels.put("status", text));
      named(fields.get("role"), "dcim.devicerole")
          .or(() -> named(fields.get("device_role"), "dcim.devicerole"))
          .ifPresent(text -> labels.put("role", text));
      named(fields.get("tenant"), "tenancy.tenant").ifPresent(text -> labels.put("tenant", text));
      if ("hardware".equals(said.get("type"))) {
        named(fields.get("platform"), "dcim.platform")
            .ifPresent(text -> labels.put("platform", text));
      }
      if (!labels.isEmpty()) {
        said.put("labels", labels);
      }
    }

    /** What a reference points at: it stands here, or elsewhere in the dump. */
    private Node object(Node reference, String model) {
      return reference.isMapping()
          ? reference
          : others.getOrDefault(model + "/" + reference.text(), Node.NONE);
    }

    private Optional<String> named(Node reference, String model) {
      return object(reference, model).get("name").some();
    }

    /** The key of a reference; empty for none. */
    private static String key(Node reference) {
      return reference.isMapping() ? reference.get("id").text() : reference.text();
    }
  }
}
