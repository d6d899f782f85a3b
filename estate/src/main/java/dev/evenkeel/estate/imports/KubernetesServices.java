package dev.evenkeel.estate.imports;

import static dev.evenkeel.estate.imports.KubernetesObject.fullName;
import static dev.evenkeel.estate.imports.KubernetesObject.namespace;
import static dev.evenkeel.estate.imports.KubernetesObject.pod;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Services and Ingresses of one file say of what runs containers. */
final class KubernetesServices {
  private static final Pattern HOST_NAMED =
      Pattern.compile("(?i).*(HOST|HOSTNAME|ADDR|ADDRESS|SERVER|ENDPOINT|URL|URI)");
  private static final Pattern URL =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)+//(?:[^/@\\s]*@)?([A-Za-z0-9.-]+)");
  private static final Pattern HOST_PORT = Pattern.compile("([A-Za-z0-9.-]+):\\d{1,5}");
  private static final Pattern IN_CLUSTER =
      Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)\\.svc(\\.cluster\\.local)?\\.?");

  /** What stands behind each Service, by {@code namespace/name}. */
  private final Map<String, List<String>> behind = new HashMap<>();

  private final Map<String, String> hosts = new HashMap<>();

  /**
   * @param rows of all objects those that run containers
   */
  KubernetesServices(List<Node> objects, List<Node> rows) {
    ofKind(objects, "Service").forEach(service -> service(service, rows));
    ofKind(objects, "Ingress").forEach(this::ingress);
  }

  static List<Node> ofKind(List<Node> objects, String kind) {
    return objects.stream().filter(object -> object.get("kind").text().equals(kind)).toList();
  }

  /** The ids of what stands behind a Service. */
  List<String> behind(String service) {
    return behind.getOrDefault(service, List.of());
  }

  /** The names under which people reach what has this id. */
  Optional<String> hosts(String id) {
    return Optional.ofNullable(hosts.get(id));
  }

  /** The Service at which a value points, for certain. */
  Optional<String> addressed(String variable, String value, String namespace) {
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
                .map(KubernetesObject::id)
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
              .forEach(row -> hosts.merge(row, host, KubernetesServices::joined));
        }
      }
    }
  }

  private static String joined(String hosts, String host) {
    return List.of(hosts.split(", ")).contains(host) ? hosts : hosts + ", " + host;
  }
}
