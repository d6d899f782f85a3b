package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Manifests of Kubernetes. */
class KubernetesTest extends ImportContract {
  KubernetesTest() {
    super("kubernetes", "cluster.json");
  }

  @Test
  void what_runs_containers_becomes_a_system_and_the_rest_is_passed_over() {
    Imported imported = read("cluster.json");
    assertThat(imported.rowsRead()).isEqualTo(5);
    assertThat(imported.passedOver())
        .containsOnly(
            entry("ConfigMap", 1), entry("Ingress", 1), entry("Pod", 1), entry("Service", 3));
    Estate estate = imported(imported);
    assertThat(estate.all(EntryKind.SYSTEM))
        .containsOnlyKeys("prod-shop", "prod-db", "prod-cache", "report");
    assertThat(system(estate, "prod-shop"))
        .contains(
            entry("product", "shop"),
            entry("version", "3.1.4"),
            entry("sources", Map.of("kubernetes", "prod/Deployment/shop")),
            entry(
                "labels",
                Map.of(
                    "kind", "Deployment",
                    "namespace", "prod",
                    "images", "envoyproxy/envoy:v1.33.0, ghcr.io/example/shop:3.1.4",
                    "hosts", "shop.example.com")));
    assertThat(system(estate, "prod-cache"))
        .as("the label tells what the tag does not")
        .containsEntry("version", "8.0");
  }

  @Test
  void only_a_value_that_is_surely_an_address_of_a_service_is_a_dependency() {
    Imported imported = read("cluster.json");
    Estate estate = imported(imported);
    assertThat(system(estate, "prod-shop"))
        .containsEntry(
            "dependsOn",
            List.of(
                Map.of("system", "prod-cache", "via", "service prod/cache", "source", "kubernetes"),
                Map.of(
                    "system", "prod-db", "via", "service prod/database", "source", "kubernetes")));
    assertThat(Merge.of(Estate.EMPTY, "kubernetes", imported, Said.NOTHING).rejected())
        .extracting(Rejected::why)
        .containsExactly(
            "It names 'service mail/post', which is neither in the file nor in the estate.");
  }

  @Test
  void a_nameless_object_and_an_unknown_version_are_said() {
    assertThat(whys(read("cluster.json")))
        .containsExactly(
            "line 17: The manifest does not say which version runs: its tag 'latest' moves from release to release.",
            "line 21: It has no name: `metadata.name` is missing.");
  }

  @Test
  void manifests_in_yaml_say_the_same() {
    Imported imported =
        readText(
            "all.yaml",
            """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {selector: {app: db}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: db}
            spec:
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - {name: db, image: "postgres:16.4"}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: one}
            spec:
              containers:
                - name: one
                  image: busybox:1.37
                  env:
                    - {name: DATABASE, value: "db:5432"}
            """);
    assertThat(imported.rejected()).isEmpty();
    assertThat(system(imported(imported), "one").get("dependsOn"))
        .isEqualTo(
            List.of(Map.of("system", "db", "via", "service default/db", "source", "kubernetes")));
  }

  @Test
  void a_document_of_the_estate_is_no_manifest() {
    assertThat(readText("x.yaml", "apiVersion: evenkeel/v1\nkind: System\nname: shop\n").rejected())
        .hasSize(1);
  }
}
