package dev.evenkeel.estate.lifecycle.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.Product;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows part of C07: a system is matched to the product it is, and what is doubtful stays so. */
@Tag("C07")
class ProductIndexTest {
  private static final List<Product> PRODUCTS = products("products.json");
  private static final ProductIndex INDEX = ProductIndex.of(PRODUCTS, List.of());

  @ParameterizedTest
  @CsvSource({
    "postgresql, postgresql, ",
    "PostgreSQL, postgresql, ",
    "postgres 15.4, postgresql, 15.4",
    "postgresql-15, postgresql, 15",
    "postgresql15, postgresql, 15",
    "PostgreSQL Server (x64), postgresql, ",
    "docker.io/library/postgres:15.4-alpine, postgresql, 15.4-alpine",
    "postgres:16, postgresql, 16",
    "registry.example.com:5000/team/postgresql:15, postgresql, 15",
    "Ubuntu Linux 20.04, ubuntu, 20.04",
    "Ubuntu server 18.04 LTS, ubuntu, 18.04 lts",
    "ubuntu jammy, ubuntu, jammy",
    "Microsoft SQL Server 2019, mssqlserver, 2019",
    "MS SQL Server 2008 R2 SP3, mssqlserver, 2008 r2 sp3",
    "SQL Server, mssqlserver, ",
    "Windows Server 2012 R2, windows-server, 2012 r2",
    "Windows 10 22H2, windows, 10 22h2",
    "Node.js v20.1.0, nodejs, v20.1.0",
    "Kafka, apache-kafka, ",
    "Apache Kafka 3.9, apache-kafka, 3.9",
    "k8s, kubernetes, ",
    "log4j 2.17, log4j, 2.17",
    "gitlab/gitlab-ce:18.4.1-ce.0, gitlab, 18.4.1-ce.0",
  })
  void understands_what_a_system_is_said_to_be(String said, String product, String version) {
    var match = INDEX.match(said(said));
    assertThat(match.chosen().map(one -> one.product().name()))
        .as(match.reason())
        .contains(product);
    assertThat(match.version()).isEqualTo(Optional.ofNullable(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Redis Insight",
        "redis/redisinsight:2.70",
        "python3-redis",
        "node-exporter",
        "sql",
        "Server",
        "",
        "   ",
        ":::",
        "postgresqlish",
        "kafka-ui",
        "Windows CE",
        "🐘",
        "ubuntu-drivers"
      })
  void does_not_take_a_similar_name_for_a_product(String said) {
    var match = INDEX.match(said(said));
    assertThat(match.chosen()).as(match.reason()).isEmpty();
    assertThat(match.reason()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:docker/postgres@15.4, postgresql, 15.4",
    "pkg:docker/library/postgres@15.4, postgresql, 15.4",
    "pkg:deb/debian/postgresql@15%2B248?arch=all, postgresql, 15+248",
    "pkg:deb/debian/postgresql-15@15.4-1, postgresql, 15.4-1",
    "pkg:deb/debian/redis-sentinel@7.0?upstream=redis, redis, 7.0",
    "pkg:rpm/redhat/redis-server, redis, ",
    "pkg:maven/org.apache.logging.log4j/log4j-core@2.17.1?type=jar, log4j, 2.17.1",
    "cpe:2.3:a:redis:redis:7.2.4:*:*:*:*:*:*:*, redis, 7.2.4",
    "cpe:/a:postgresql:postgresql:9.6, postgresql, 9.6",
    "cpe:2.3:o:canonical:ubuntu_linux:22.04:*:*:*:lts:*:*:*, ubuntu, 22.04",
    "repology:redis, redis, ",
  })
  void knows_identifiers_whatever_version_they_name(
      String identifier, String product, String version) {
    var match = INDEX.match(identified("db-07", identifier));
    assertThat(match.chosen().map(one -> one.product().name()))
        .as(match.reason())
        .contains(product);
    assertThat(match.version()).isEqualTo(Optional.ofNullable(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkg:npm/redis@4.0.0",
        "pkg:pypi/kubernetes@31.0.0",
        "pkg:golang/github.com/example/gitlab@v1",
        "pkg:maven/org.slf4j/log4j-over-slf4j@1.7.26"
      })
  void does_not_take_a_library_for_the_product_it_is_named_after(String identifier) {
    var match =
        INDEX.match(
            new Description("redis", Optional.of("Redis"), List.of(identifier), Optional.empty()));
    assertThat(match.candidates()).isEmpty();
    assertThat(match.reason()).contains(identifier);
  }

  @Test
  void believes_identifiers_more_than_names() {
    var system =
        new Description(
            "redis",
            Optional.of("Redis 7"),
            List.of("pkg:docker/postgres@15.4"),
            Optional.of("15.4"));
    var match = INDEX.match(system);
    assertThat(match.chosen().orElseThrow().product().name()).isEqualTo("postgresql");
    assertThat(match.candidates()).extracting(one -> one.product().name()).contains("redis");
    assertThat(match.version()).contains("15.4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pkg:",
        "pkg:docker",
        "cpe:2.3:a",
        "cpe:/",
        "repology:",
        "nonsense",
        "pkg:deb/%zz"
      })
  void goes_by_names_when_an_identifier_is_broken(String identifier) {
    var match =
        INDEX.match(
            new Description(
                "db", Optional.of("postgresql"), List.of(identifier), Optional.empty()));
    assertThat(match.chosen().map(one -> one.product().name())).contains("postgresql");
  }

  @Test
  void decides_nothing_between_two_identifiers_that_contradict_each_other() {
    var match = INDEX.match(identified("db", "pkg:docker/postgres@15", "pkg:docker/redis@7"));
    assertThat(match.chosen()).isEmpty();
    assertThat(match.candidates()).hasSize(2);
    assertThat(match.reason()).contains("it may be PostgreSQL", "or Redis");
  }

  @Test
  void decides_nothing_between_two_products_with_one_name() {
    var twins =
        products(
            """
            {"result": [{"name": "a", "label": "Acme Mail", "releases": [{"name": "1"}]},
                        {"name": "b", "label": "Other Mail", "aliases": ["acme-mail"], "releases": [{"name": "1"}]}]}
            """);
    var match = ProductIndex.of(twins, List.of()).match(said("Acme Mail"));
    assertThat(match.chosen()).isEmpty();
    assertThat(match.candidates())
        .extracting(one -> one.product().name())
        .containsExactly("a", "b");
  }

  @Test
  void is_surer_of_a_plain_name_than_of_one_with_more_to_it() {
    var plain = INDEX.match(said("postgresql")).chosen().orElseThrow();
    var more = INDEX.match(said("PostgreSQL Database Server")).chosen().orElseThrow();
    var identified = INDEX.match(identified("db", "pkg:docker/postgres")).chosen().orElseThrow();
    assertThat(plain.confidence())
        .isGreaterThan(more.confidence())
        .isLessThan(identified.confidence());
    assertThat(identified.confidence()).isCloseTo(0.98, within(1e-9));
  }

  @Test
  void goes_by_the_name_when_nothing_else_is_said() {
    var match =
        INDEX.match(new Description("redis", Optional.empty(), List.of(), Optional.empty()));
    assertThat(match.chosen().map(one -> one.product().name())).contains("redis");
  }

  @ParameterizedTest
  @CsvSource({
    "crm-db-01, crm-db-01",
    "CRM-DB-01, crm-db-01",
    "Orakel 19c, Orakel 12",
    "pkg:npm/redis, pkg:npm/redis@4.0.0",
    "example.com/team/base:1.0, example.com/team/base:2.4",
    "postgresql, PostgreSQL 15",
  })
  void lets_a_person_win_over_everything(String corrected, String said) {
    var index = ProductIndex.of(PRODUCTS, List.of(new Correction(corrected, Optional.of("redis"))));
    var system =
        said.startsWith("pkg:")
            ? identified("x", said)
            : said.startsWith("crm") ? named(said) : said(said);
    var match = index.match(system);
    assertThat(match.chosen().orElseThrow().product().name()).isEqualTo("redis");
    assertThat(match.chosen().orElseThrow().confidence()).isEqualTo(1);
    assertThat(match.reason()).contains("a person said", corrected);
  }

  @Test
  void does_not_correct_another_system_with_a_similar_name() {
    var index = ProductIndex.of(PRODUCTS, List.of(new Correction("db-01", Optional.of("redis"))));
    assertThat(index.match(named("DB-01")).chosen()).isPresent();
    assertThat(index.match(named("db-02")).chosen()).isEmpty();
    assertThat(index.match(named("***")).chosen()).isEmpty();
  }

  @Test
  void offers_a_guess_that_a_person_may_confirm() {
    var match = INDEX.match(named("redis-sessions"));
    assertThat(match.chosen()).isEmpty();
    assertThat(match.candidates()).extracting(one -> one.product().name()).containsExactly("redis");
    assertThat(match.reason()).startsWith("not likely enough");
  }

  @Test
  void takes_no_version_from_the_number_of_a_system() {
    var match = INDEX.match(named("redis-01"));
    assertThat(match.chosen().map(one -> one.product().name())).contains("redis");
    assertThat(match.version()).isEmpty();
  }

  @Test
  void gets_through_texts_without_end() {
    for (var piece : List.of("a/", "a.", "1.", "a:", "~", "pkg:", "é ", "x-")) {
      assertThat(INDEX.match(said(piece.repeat(200_000))).chosen()).isEmpty();
      assertThat(INDEX.match(identified("x", "pkg:deb/" + piece.repeat(200_000))).chosen())
          .isEmpty();
    }
  }

  @Test
  void keeps_what_a_person_said_is_none_of_the_products() {
    var index = ProductIndex.of(PRODUCTS, List.of(new Correction("redis", Optional.empty())));
    var match = index.match(said("Redis 7.2"));
    assertThat(match.candidates()).isEmpty();
    assertThat(match.reason()).contains("none of the known products");
  }

  @Test
  void says_so_when_a_person_named_a_product_that_is_gone() {
    var index = ProductIndex.of(PRODUCTS, List.of(new Correction("redis", Optional.of("rediss"))));
    assertThat(index.match(said("Redis 7.2")).reason()).contains("there is no product rediss");
  }

  private static Description said(String product) {
    return new Description("system", Optional.of(product), List.of(), Optional.empty());
  }

  private static Description named(String name) {
    return new Description(name, Optional.empty(), List.of(), Optional.empty());
  }

  private static Description identified(String name, String... identifiers) {
    return new Description(name, Optional.empty(), Arrays.asList(identifiers), Optional.empty());
  }

  private static List<Product> products(String text) {
    try (var json =
        text.endsWith(".json")
            ? Objects.requireNonNull(LifecycleReader.class.getResourceAsStream(text))
            : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return LifecycleReader.read(json, Optional.empty()).products();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
