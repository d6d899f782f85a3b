package dev.evenkeel.estate.imports;

import static dev.evenkeel.estate.imports.KubernetesObject.fullName;
import static dev.evenkeel.estate.imports.KubernetesObject.isObject;
import static dev.evenkeel.estate.imports.KubernetesObject.isRow;
import static dev.evenkeel.estate.imports.KubernetesObject.namespace;
import static dev.evenkeel.estate.imports.KubernetesObject.pod;

import dev.evenkeel.estate.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Manifests of Kubernetes, as they are applied or as {@code kubectl get -o json} or {@code -o yaml}
 * shows them. A row is what runs containers and belongs to nothing else: a Deployment, StatefulSet,
 * DaemonSet, CronJob, and a Job, ReplicaSet or Pod without an owner. Ids are {@code
 * namespace/kind/name}. Everything else is passed over, but Services, Ingresses and ConfigMaps are
 * read for what they say of the rows.
 *
 * <p>A dependency is certain, and taken, when a value of the environment, written out or from a
 * ConfigMap, is the address of a Service: a URL, {@code name:port}, a name ending with {@code
 * .svc}, or the bare name in a variable that ends with HOST, ADDR, ADDRESS, SERVER, ENDPOINT or
 * URL.
 */
final class Kubernetes implements ImportFormat {
  private static final Pattern API_VERSION =
      Pattern.compile(
          "(?m)^[\\s{\\[]*\"?apiVersion\"?:\\s*[\"']?(?!backstage\\.io|evenkeel/)[a-z0-9.]+");
  private static final Pattern KIND =
      Pattern.compile("(?m)^kind:\\s*[\"']?[A-Z]|\"kind\":\\s*\"[A-Z]");

  @Override
  public String id() {
    return "kubernetes";
  }

  @Override
  public String title() {
    return "Kubernetes manifests";
  }

  @Override
  public boolean looksLike(ImportFile file) {
    return API_VERSION.matcher(file.head()).find() && KIND.matcher(file.head()).find();
  }

  @Override
  public Imported read(ImportFile file) {
    List<Node> objects =
        YamlFile.documents(file).stream()
            .flatMap(document ->
                document.get("kind").text().endsWith("List") && document.get("items").isThere()
                    ? document.get("items").items().stream()
                    : Stream.of(document))
            .toList();
    if (objects.stream().noneMatch(KubernetesObject::isObject)) {
      throw new Unreadable(
          file.line(1),
          "No document in it has the `apiVersion`, `kind` and `metadata.name` of Kubernetes.",
          "Choose another format.");
    }
    return new Reading(file, objects).all();
  }

  /** One file. */
  private static final class Reading {
    private final ImportFile file;
    private final List<Node> objects;
    private final KubernetesServices services;
    private final Map<String, Node> configMaps = new HashMap<>();
    private final Taking taking = new Taking();

    Reading(ImportFile file, List<Node> objects) {
      this.file = file;
      this.objects = objects;
      this.services =
          new KubernetesServices(
              objects, objects.stream().filter(KubernetesObject::isRow).toList());
      KubernetesServices.ofKind(objects, "ConfigMap")
          .forEach(map -> configMaps.put(fullName(map), map.get("data")));
    }

    Imported all() {
      objects.forEach(this::take);
      return taking.all();
    }

    private void take(Node object) {
      String kind = object.get("kind").text();
      if (!isObject(object)) {
        taking.reject(
            object.place(file),
            "a document",
            "It has not the `apiVersion`, `kind` and `metadata` of Kubernetes.",
            "Take it out, or complete it.");
      } else if (!isRow(object)) {
        taking.passOver(kind);
      } else if (KubernetesObject.name(object).isEmpty()) {
        taking.reject(
            object.place(file),
            "a " + kind,
            "It has no name: `metadata.name` is missing.",
            "Give it one; a `generateName` does not tell it from others.");
      } else {
        taking.take(patch(object));
      }
    }

    private Patch patch(Node object) {
      Node pod = pod(object);
      List<Node> containers = pod.get("spec").get("containers").items();
      Node main =
          containers.stream()
              .filter(
                  container -> container.get("name").text().equals(KubernetesObject.name(object)))
              .findFirst()
              .orElse(containers.isEmpty() ? Node.NONE : containers.getFirst());
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("type", "software");
      main.get("image")
          .some()
          .map(Image::of)
          .ifPresent(image -> {
            fields.putAll(image.fields());
            if (image.version().isEmpty()) {
              version(object, image, fields);
            }
          });
      fields.put("labels", labels(object, containers));
      List<Patch.Link> links = new ArrayList<>();
      for (Node container : containers) {
        environment(object, container, links);
      }
      String namespace = namespace(object);
      return new Patch(
          EntryKind.SYSTEM,
          KubernetesObject.id(object),
          namespace.equals("default")
              ? KubernetesObject.name(object)
              : namespace + "-" + KubernetesObject.name(object),
          fields,
          links,
          object.place(file));
    }

    private Map<String, Object> labels(Node object, List<Node> containers) {
      Map<String, Object> labels = new LinkedHashMap<>();
      labels.put("kind", object.get("kind").text());
      labels.put("namespace", namespace(object));
      if (containers.size() > 1) {
        labels.put(
            "images",
            containers.stream().map(c -> c.get("image").text()).collect(Collectors.joining(", ")));
      }
      services.hosts(KubernetesObject.id(object)).ifPresent(names -> labels.put("hosts", names));
      return labels;
    }

    private void version(Node object, Image image, Map<String, Object> fields) {
      Optional<String> said =
          Stream.of(pod(object), object)
              .flatMap(it ->
                  it.at("metadata", "labels").get("app.kubernetes.io/version").some().stream())
              .findFirst();
      said.ifPresentOrElse(
          v -> fields.put("version", v),
          () ->
              taking.rejectValue(
                  object.place(file),
                  "`version` of '%s'".formatted(KubernetesObject.name(object)),
                  "The manifest does not say which version runs: %s.".formatted(image.unknown()),
                  "Give the image a tag with a version, or write the version into the document."));
    }

    private void environment(Node object, Node container, List<Patch.Link> links) {
      String namespace = namespace(object);
      for (Node variable : container.get("env").items()) {
        Node from = variable.at("valueFrom", "configMapKeyRef");
        Node value =
            from.isThere()
                ? configMaps
                    .getOrDefault(namespace + "/" + from.get("name").text(), Node.NONE)
                    .get(from.get("key").text())
                : variable.get("value");
        needs(namespace, variable.get("name").text(), value, variable, links);
      }
      for (Node from : container.get("envFrom").items()) {
        configMaps
            .getOrDefault(namespace + "/" + from.at("configMapRef", "name").text(), Node.NONE)
            .entries()
            .forEach((name, value) -> needs(namespace, name, value, from, links));
      }
    }

    private void needs(
        String namespace, String variable, Node value, Node at, List<Patch.Link> links) {
      for (String word : value.text().split("[,;\\s]+")) {
        services
            .addressed(variable, word, namespace)
            .ifPresent(service -> {
              List<String> targets = services.behind(service);
              Map<String, Object> more = Map.of("via", "service " + service);
              if (targets.isEmpty()) {
                links.add(Patch.Link.dependency("service " + service, more, at.place(file)));
              }
              targets.forEach(
                  target -> links.add(Patch.Link.dependency(target, more, at.place(file))));
            });
      }
    }
  }
}
