package dev.evenkeel.estate.imports;

import java.util.Set;

/** What every object of Kubernetes says of itself. */
final class KubernetesObject {
  private static final Set<String> RUNNING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "ReplicaSet", "Pod");

  private KubernetesObject() {}

  static boolean isObject(Node object) {
    String version = object.get("apiVersion").text();
    return !version.isEmpty()
        && !version.startsWith("backstage.io/")
        && !version.startsWith("evenkeel/")
        && object.get("kind").isThere()
        && object.at("metadata").isMapping();
  }

  /** Whether it runs containers and belongs to nothing else. */
  static boolean isRow(Node object) {
    return isObject(object)
        && RUNNING.contains(object.get("kind").text())
        && object.at("metadata", "ownerReferences").items().isEmpty();
  }

  /** What describes its pods. */
  static Node pod(Node object) {
    return switch (object.get("kind").text()) {
      case "Pod" -> object;
      case "CronJob" -> object.at("spec", "jobTemplate", "spec", "template");
      default -> object.at("spec", "template");
    };
  }

  static String name(Node object) {
    return object.at("metadata", "name").text();
  }

  static String namespace(Node object) {
    return object.at("metadata", "namespace").some().orElse("default");
  }

  static String fullName(Node object) {
    return namespace(object) + "/" + name(object);
  }

  static String id(Node object) {
    return "%s/%s/%s".formatted(namespace(object), object.get("kind").text(), name(object));
  }
}
