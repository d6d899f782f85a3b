package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Descriptions of Backstage's catalog. A row is a Component, an API, a Resource, a System, a Group
 * or a User; Domains, Locations and Templates are passed over. Ids are Backstage's references, such
 * as {@code component:default/shop}.
 *
 * <p>An API needs the component that provides it, who consumes an API needs the API, a System needs
 * its parts.
 */
final class Backstage implements ImportFormat {
  private static final Pattern API_VERSION =
      Pattern.compile("apiVersion\"?:\\s*[\"']?backstage\\.io/");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
  private static final Pattern TAG = Pattern.compile("[a-z0-9+#:-]{1,63}");
  private static final Map<String, EntryKind> KINDS =
      Map.of(
          "component", EntryKind.SYSTEM,
          "api", EntryKind.SYSTEM,
          "resource", EntryKind.SYSTEM,
          "system", EntryKind.SYSTEM,
          "group", EntryKind.TEAM,
          "user", EntryKind.PERSON);

  @Override
  public String id() {
    return "backstage";
  }

  @Override
  public String title() {
    return "Backstage catalog-info";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    return API_VERSION.matcher(file.head()).find();
  }

  @Override
  public Imported read(ImportFile file) {
    List<Node> entities = new ArrayList<>();
    for (Node document : YamlFile.documents(file)) {
      if (document.items().isEmpty()) {
        entities.add(document);
      } else {
        entities.addAll(document.items()); // as the catalog's API answers
      }
    }
    if (entities.stream()
        .noneMatch(entity -> entity.get("apiVersion").text().startsWith("backstage.io/"))) {
      throw new Unreadable(
          file.line(1),
          "No document in it says `apiVersion: backstage.io/…`.",
          "Choose another format.");
    }
    return new Reading(file).all(entities);
  }

  /** One file. */
  private static final class Reading {
    private final ImportFile file;
    private final Taking taking = new Taking();

    /** What is said at one entity and is a need of another, by the other's reference. */
    private final Map<String, List<Patch.Link>> needsOf = new HashMap<>();

    Reading(ImportFile file) {
      this.file = file;
    }

    Imported all(List<Node> entities) {
      entities.forEach(this::collect);
      entities.forEach(this::take);
      return taking.all();
    }

    private void collect(Node entity) {
      String self = reference(entity);
      Node spec = entity.get("spec");
      spec.get("system")
          .some()
          .ifPresent(system ->
              need(
                  ref(system, "system", entity),
                  self,
                  Map.of("note", "part of it"),
                  spec.get("system").place(file)));
      spec.get("subcomponentOf")
          .some()
          .ifPresent(whole ->
              need(
                  ref(whole, "component", entity),
                  self,
                  Map.of("note", "part of it"),
                  spec.get("subcomponentOf").place(file)));
      spec.get("dependencyOf")
          .items()
          .forEach(by -> need(ref(by.text(), "component", entity), self, Map.of(), by.place(file)));
      spec.get("providesApis")
          .items()
          .forEach(api ->
              need(
                  ref(api.text(), "api", entity),
                  self,
                  Map.of("type", "runs-on"),
                  api.place(file)));
    }

    private void need(String of, String what, Map<String, Object> more, Place place) {
      needsOf
          .computeIfAbsent(of, _ -> new ArrayList<>())
          .add(Patch.Link.dependency(what, more, place));
    }

    private void take(Node entity) {
      String kind = entity.get("kind").text();
      EntryKind becomes = KINDS.get(kind.toLowerCase(Locale.ROOT));
      Place place = entity.get("metadata").get("name").place(file);
      String name = entity.at("metadata", "name").text();
      if (becomes == null || !entity.get("apiVersion").text().startsWith("backstage.io/")) {
        taking.passOver(kind.isEmpty() ? "documents of no kind" : kind);
        return;
      }
      Optional<String> badTag =
          entity.at("metadata", "tags").items().stream()
              .map(Node::text)
              .filter(tag -> !TAG.matcher(tag).matches())
              .findFirst();
      if (!NAME.matcher(name).matches()) {
        taking.reject(
            place,
            "the %s '%s'".formatted(kind, name),
            "Its name is none that Backstage allows: letters, digits and - _ . between them, at most 63.",
            "Correct `metadata.name`.");
      } else if (badTag.isPresent()) {
        taking.reject(
            place,
            "the %s '%s'".formatted(kind, name),
            "Its tag '%s' is none that Backstage allows.".formatted(badTag.get()),
            "Correct `metadata.tags`.");
      } else {
        taking.take(patch(entity, becomes, kind, name, place));
      }
    }

    private Patch patch(Node entity, EntryKind becomes, String kind, String name, Place place) {
      Map<String, Object> fields = new LinkedHashMap<>();
      List<Patch.Link> links = new ArrayList<>();
      entity
          .at("metadata", "description")
          .some()
          .ifPresent(
              text -> fields.put(becomes == EntryKind.PERSON ? "role" : "description", text));
      entity.at("metadata", "title").some().ifPresent(text -> fields.put("title", text));
      Node spec = entity.get("spec");
      spec.at("profile", "displayName").some().ifPresent(text -> fields.put("title", text));
      spec.at("profile", "email").some().ifPresent(text -> fields.put("email", text));
      switch (becomes) {
        case SYSTEM -> system(entity, kind, fields, links);
        case PERSON ->
            spec.get("memberOf").items().stream()
                .findFirst()
                .ifPresent(team -> links.add(person("team", team, "group", entity)));
        default -> {}
      }
      String namespace = namespace(entity);
      return new Patch(
          becomes,
          reference(entity),
          namespace.equals("default") ? name : namespace + "-" + name,
          fields,
          links,
          place);
    }

    private void system(
        Node entity, String kind, Map<String, Object> fields, List<Patch.Link> links) {
      Node spec = entity.get("spec");
      boolean software = kind.equalsIgnoreCase("component") || kind.equalsIgnoreCase("resource");
      fields.put("type", software ? "software" : "service");
      Map<String, Object> labels = new LinkedHashMap<>();
      spec.get("type").some().ifPresent(text -> labels.put("type", text));
      spec.get("lifecycle").some().ifPresent(text -> labels.put("lifecycle", text));
      spec.get("system").some().ifPresent(text -> labels.put("system", text));
      String tags =
          entity.at("metadata", "tags").items().stream()
              .map(Node::text)
              .collect(Collectors.joining(", "));
      if (!tags.isEmpty()) {
        labels.put("tags", tags);
      }
      if (!labels.isEmpty()) {
        fields.put("labels", labels);
      }
      Node owner = spec.get("owner");
      if (owner.isThere()) {
        boolean user = ref(owner.text(), "group", entity).startsWith("user:");
        links.add(person(user ? "owner" : "team", owner, "group", entity));
      }
      for (Node need : spec.get("dependsOn").items()) {
        links.add(
            Patch.Link.dependency(
                ref(need.text(), "component", entity), Map.of(), need.place(file)));
      }
      for (Node api : spec.get("consumesApis").items()) {
        links.add(Patch.Link.dependency(ref(api.text(), "api", entity), Map.of(), api.place(file)));
      }
      links.addAll(needsOf.getOrDefault(reference(entity), List.of()));
    }

    /** A person or a team that is named, and brought when the file does not describe it. */
    private Patch.Link person(String field, Node named, String kind, Node entity) {
      String ref = ref(named.text(), kind, entity);
      EntryKind to = ref.startsWith("user:") ? EntryKind.PERSON : EntryKind.TEAM;
      Place place = named.place(file);
      String name = named.text().replaceFirst(".*[:/]", "");
      taking.mention(new Patch(to, ref, name, Map.of(), List.of(), place));
      return Patch.Link.to(field, to, ref, place);
    }
  }

  private static String namespace(Node entity) {
    return entity.at("metadata", "namespace").some().orElse("default").toLowerCase(Locale.ROOT);
  }

  private static String reference(Node entity) {
    return "%s:%s/%s"
        .formatted(
            entity.get("kind").text().toLowerCase(Locale.ROOT),
            namespace(entity),
            entity.at("metadata", "name").text().toLowerCase(Locale.ROOT));
  }

  /** In full, such as {@code api:default/orders} of {@code orders}. */
  private static String ref(String written, String kind, Node by) {
    String small = written.toLowerCase(Locale.ROOT);
    int colon = small.indexOf(':');
    String rest = small.substring(colon + 1);
    return (colon < 0 ? kind : small.substring(0, colon))
        + ":"
        + (rest.contains("/") ? rest : namespace(by) + "/" + rest);
  }
}
