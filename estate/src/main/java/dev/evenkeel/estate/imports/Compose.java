package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Files of docker compose. A row is a service. The project is the file's {@code name}, else what
 * the file is called, else its folder; ids are {@code project/service}.
 */
final class Compose implements ImportFormat {
  private static final Pattern SERVICES = Pattern.compile("(?m)^services:\\s*(#.*)?$");
  private static final Pattern USUAL =
      Pattern.compile("(?i)(docker-)?compose([.-].*)?|stack|docker-stack");

  @Override
  public String id() {
    return "compose";
  }

  @Override
  public String title() {
    return "Docker compose";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    return (file.isNamed(".yaml") || file.isNamed(".yml")) && SERVICES.matcher(file.head()).find();
  }

  @Override
  public Imported read(ImportFile file) {
    List<Node> documents = YamlFile.documents(file);
    if (documents.size() != 1 || !documents.getFirst().get("services").isMapping()) {
      throw new Unreadable(
          file.line(1), "It has no services, so it is no compose file.", "Choose another format.");
    }
    Node whole = documents.getFirst();
    String project = project(whole, file);
    Map<String, Node> services = whole.get("services").entries();
    Taking taking = new Taking();
    services.forEach((name, service) -> {
      Place place = whole.get("services").placeOf(name, file);
      if (service.isMapping()) {
        taking.take(patch(new Here(file, place, project, taking), name, service, services));
      } else {
        taking.reject(
            place,
            "the service '%s'".formatted(name),
            "It says nothing.",
            "Give it an image, or take it out.");
      }
    });
    for (String other : List.of("volumes", "networks", "configs", "secrets")) {
      whole.get(other).entries().forEach((_, _) -> taking.passOver(other));
    }
    return taking.all();
  }

  /** Where a service stands. */
  private record Here(ImportFile file, Place place, String project, Taking taking) {}

  private static Patch patch(Here here, String name, Node service, Map<String, Node> services) {
    Map<String, Object> fields = new LinkedHashMap<>();
    image(service, services)
        .some()
        .map(Image::of)
        .ifPresentOrElse(
            image -> {
              fields.putAll(image.fields());
              if (image.version().isEmpty()) {
                unknown(name, image.unknown(), here);
              }
            },
            () -> {
              fields.put("type", "software");
              unknown(name, "it is built from sources, not taken as an image", here);
            });
    String project = here.project();
    if (!project.isEmpty()) {
      fields.put("labels", Map.of("project", project));
    }
    List<Patch.Link> links = new ArrayList<>();
    needs(service)
        .forEach((other, at) ->
            links.add(Patch.Link.dependency(id(project, other), Map.of(), at.place(here.file()))));
    boolean alone = project.isEmpty() || project.equals(name);
    return new Patch(
        EntryKind.SYSTEM,
        id(project, name),
        alone ? name : project + "-" + name,
        fields,
        links,
        here.place());
  }

  private static void unknown(String name, String why, Here here) {
    here.taking()
        .rejectValue(
            here.place(),
            "`version` of '%s'".formatted(name),
            "The file does not say which version runs: %s.".formatted(why),
            "Give the image a tag with a version, or write the version into the document.");
  }

  /** Its own, or that of the service in this file that it extends. */
  private static Node image(Node service, Map<String, Node> services) {
    Node extended = service.get("extends");
    String base = extended.get("service").some().orElse(extended.text());
    boolean here = !extended.get("file").isThere() && services.containsKey(base);
    return service.get("image").isThere() || !here
        ? service.get("image")
        : services.getOrDefault(base, Node.NONE).get("image");
  }

  private static Map<String, Node> needs(Node service) {
    Map<String, Node> needs = new LinkedHashMap<>();
    Node dependsOn = service.get("depends_on");
    dependsOn.items().forEach(item -> needs.put(item.text(), item));
    needs.putAll(dependsOn.entries());
    service
        .get("links")
        .items()
        .forEach(item -> needs.putIfAbsent(item.text().replaceFirst(":.*", ""), item));
    Node network = service.get("network_mode");
    if (network.text().startsWith("service:")) {
      needs.putIfAbsent(network.text().substring("service:".length()), network);
    }
    return needs;
  }

  private static String id(String project, String service) {
    return project.isEmpty() ? service : project + "/" + service;
  }

  private static String project(Node whole, ImportFile file) {
    String named = whole.get("name").text();
    if (!named.isEmpty() && !named.contains("$")) {
      return named;
    }
    if (!USUAL.matcher(file.stem()).matches()) {
      return file.stem();
    }
    String[] path = file.name().split("/");
    return path.length > 1 ? path[path.length - 2] : "";
  }
}
