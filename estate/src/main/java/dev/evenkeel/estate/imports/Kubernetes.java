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
  private static final Set<String> RUNNING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "ReplicaSet", "Pod");

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
    if (objects.stream().noneMatch(Kubernetes::isObject)) {
      throw new Unreadable(
          file.line(1),
          "No document in it has the `apiVersion`, `kind` and `metadata.name` of Kubernetes.",
          "Choose another format.");
    }
    return new Reading(file, objects).all();
  }

  private static boolean isObject(Node object) {
    String version = object.get("apiVersion").text();
    return !version.isEmpty()
        && !version.startsWith("backstage.io/")
        && !version.startsWith("evenkeel/")
        && object.get("kind").isThere()
        && object.at("metadata").isMapping();
  }

  /** One file. */
  private static final class Reading {
    private static final Pattern HOST_NAMED =
        Pattern.compile("(?i).*(HOST|HOSTNAME|ADDR|ADDRESS|SERVER|ENDPOINT|URL|URI)");
    private static final Pattern URL =
        Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)+//(?:[^/@\\s]*@)?([A-Za-z0-9.-]+)");
    private static final Pattern HOST_PORT = Pattern.compile("([A-Za-z0-9.-]+):\\d{1,5}");
    private static final Pattern IN_CLUSTER =
        Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)\\.svc(\\.cluster\\.local)?\\.?");

    private final ImportFile file;
    private final List<Node> objects;
    private final Taking taking = new Taking();

    /** What stands behind each Service, by {@code namespace/name}. */
    private final Map<String, List<String>> behind = new HashMap<>();

    private final Map<String, Node> configMaps = new HashMap<>();
    private final Map<String, String> hosts = new HashMap<>();

    Reading(ImportFile file, List<Node> objects) {
      this.file = file;
      this.objects = objects;
    }

    Imported all() {
      List<Node> rows = objects.stream().filter(Reading::isRow).toList();
      for (Node object : objects) {
        switch (object.get("kind").text()) {
          case "Service" -> service(object, rows);
          case "ConfigMap" -> configMaps.put(fullName(object), object.get("data"));
          default -> {}
        }
      }
      objects.stream().filter(o -> o.get("kind").text().equals("Ingress")).forEach(this::ingress);
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
      } else if (name(object).isEmpty()) {
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
              .filter(container -> container.get("name").text().equals(name(object)))
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
          id(object),
          namespace.equals("default") ? name(object) : namespace + "-" + name(object),
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
      Optional.ofNullable(hosts.get(id(object))).ifPresent(names -> labels.put("hosts", names));
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
                  "`version` of '%s'".formatted(name(object)),
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
        addressed(variable, word, namespace)
            .ifPresent(service -> {
              List<String> targets = behind.getOrDefault(service, List.of());
              Map<String, Object> more = Map.of("via", "service " + service);
              if (targets.isEmpty()) {
                links.add(Patch.Link.dependency("service " + service, more, at.place(file)));
              }
              targets.forEach(
                  target -> links.add(Patch.Link.dependency(target, more, at.place(file))));
            });
      }
    }

    /** The Service at which a value points, for certain. */
    private Optional<String> addressed(String variable, String value, String namespace) {
      Matcher url = URL.matcher(value);
      Matcher port = HOST_PORT.matcher(value);
      String host =
          url.lookingAt()
              ? url.group(1)
              : port.matches()
                  ? port.group(1)
                  : HOST_NAMED.matcher(variable).matches() || value.contains(".svc") ? value : "";
      Matcher full = IN_CLUSTER.matcher(host);
      if (full.matches()) {
        return Optional.of(full.group(2) + "/" + full.group(1));
      }
      String[] parts = host.split("\\.", -1);
      String known =
          parts.length == 2
              ? parts[1] + "/" + parts[0]
              : parts.length == 1 ? namespace + "/" + host : "";
      return Optional.of(known).filter(behind::containsKey);
    }

    private void service(Node service, List<Node> rows) {
      Map<String, Node> selector = service.at("spec", "selector").entries();
      List<String> selected =
          selector.isEmpty()
              ? List.of()
              : rows.stream()
                  .filter(row -> namespace(row).equals(namespace(service)))
                  .filter(row -> matches(selector, pod(row).at("metadata", "labels")))
                  .map(Reading::id)
                  .toList();
      behind.put(fullName(service), selected);
    }

    private static boolean matches(Map<String, Node> selector, Node labels) {
      return selector.entrySet().stream()
          .allMatch(wanted -> labels.get(wanted.getKey()).text().equals(wanted.getValue().text()));
    }

    private void ingress(Node ingress) {
      for (Node rule : ingress.at("spec", "rules").items()) {
        String host = rule.get("host").text();
        for (Node path : rule.at("http", "paths").items()) {
          String service =
              path.at("backend", "service", "name")
                  .some()
                  .orElse(path.at("backend", "serviceName").text());
          if (!host.isEmpty()) {
            behind
                .getOrDefault(namespace(ingress) + "/" + service, List.of())
                .forEach(row -> hosts.merge(row, host, Reading::joined));
          }
        }
      }
    }

    private static String joined(String hosts, String host) {
      return List.of(hosts.split(", ")).contains(host) ? hosts : hosts + ", " + host;
    }

    private static boolean isRow(Node object) {
      return isObject(object)
          && RUNNING.contains(object.get("kind").text())
          && object.at("metadata", "ownerReferences").items().isEmpty();
    }

    private static Node pod(Node object) {
      return switch (object.get("kind").text()) {
        case "Pod" -> object;
        case "CronJob" -> object.at("spec", "jobTemplate", "spec", "template");
        default -> object.at("spec", "template");
      };
    }

    private static String name(Node object) {
      return object.at("metadata", "name").text();
    }

    private static String namespace(Node object) {
      return object.at("metadata", "namespace").some().orElse("default");
    }

    private static String fullName(Node object) {
      return namespace(object) + "/" + name(object);
    }

    private static String id(Node object) {
      return "%s/%s/%s".formatted(namespace(object), object.get("kind").text(), name(object));
    }
  }
}
