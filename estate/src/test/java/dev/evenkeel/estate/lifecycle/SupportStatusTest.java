package dev.evenkeel.estate.lifecycle;

import static dev.evenkeel.estate.lifecycle.SupportStatus.Horizon.WITHIN_180_DAYS;
import static dev.evenkeel.estate.lifecycle.SupportStatus.Horizon.WITHIN_30_DAYS;
import static dev.evenkeel.estate.lifecycle.SupportStatus.Horizon.WITHIN_365_DAYS;
import static dev.evenkeel.estate.lifecycle.SupportStatus.Horizon.WITHIN_90_DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows part of C07: what is out of support, what will be, and why. */
@Tag("C07")
class SupportStatusTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql, 15.4, 2026-01-01, SUPPORTED, PostgreSQL 15 is supported until 2027-11-11",
    "postgresql, 15.4, 2027-11-11, SUPPORTED, PostgreSQL 15 is supported until 2027-11-11",
    "postgresql, 15.4, 2027-11-12, OUT_OF_SUPPORT, PostgreSQL 15 is out of support since 2027-11-11",
    "postgresql, 8.4, 2026-01-01, UNKNOWN, PostgreSQL has no release line for 8.4",
    "ubuntu, 22.04, 2026-01-01, SECURITY_ONLY, Ubuntu 22.04 gets nothing but security fixes (2024-09-30) until 2027-04-01",
    "ubuntu, 20.04.6, 2026-01-01, EXTENDED, 'Ubuntu 20.04 is past its end of life (2025-05-31), with extended support until 2030-04-02'",
    "redis, 7.2.1, 2026-01-01, SUPPORTED, 'Redis 7.2 is supported, nobody says until when'",
    "redis, 6.2.1, 2026-01-01, OUT_OF_SUPPORT, 'Redis 6.2 is out of support, nobody says since when'",
    "windows-server, 2012 R2, 2026-10-14, OUT_OF_SUPPORT, Microsoft Windows Server 2012-r2 is out of support since 2026-10-13",
  })
  void says_how_a_version_is_supported_on_a_day(
      String product, String version, LocalDate day, SupportStatus.Phase phase, String reason)
      throws Exception {
    var status = SupportStatus.of(Lifecycles.product(product), version, day);
    assertThat(status.phase()).isEqualTo(phase);
    assertThat(status.reason()).isEqualTo(reason);
  }

  @Test
  void warns_the_nearer_the_end_comes() throws Exception {
    var product = Lifecycles.product("postgresql");
    var end = LocalDate.of(2027, 11, 11);
    var days = List.of(366, 365, 180, 90, 30, 0);
    assertThat(
            days.stream()
                .map(left -> SupportStatus.of(product, "15.4", end.minusDays(left)).ending()))
        .containsExactly(
            Optional.empty(),
            Optional.of(WITHIN_365_DAYS),
            Optional.of(WITHIN_180_DAYS),
            Optional.of(WITHIN_90_DAYS),
            Optional.of(WITHIN_30_DAYS),
            Optional.of(WITHIN_30_DAYS));
  }

  @Test
  void does_not_say_whether_a_line_is_over_when_the_source_does_not() throws Exception {
    var feed = Lifecycles.read("{\"a\": [{\"cycle\": \"1\"}]}");
    var status = SupportStatus.of(feed.products().getFirst(), "1.2", LocalDate.of(2026, 1, 1));
    assertThat(status.phase()).isEqualTo(SupportStatus.Phase.UNKNOWN);
    assertThat(status.reason()).contains("does not say whether a 1 is at its end of life");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql, 15.4, 15",
    "postgresql, 15, 15",
    "postgresql, v16.0-alpine, 16",
    "postgresql, 9.6.24, 9.6",
    "postgresql, 9, 9.6",
    "postgresql, 1.5, ",
    "postgresql, 150, ",
    "ubuntu, 22.04 LTS, 22.04",
    "ubuntu, jammy, 22.04",
    "ubuntu, 22, 22.04",
    "ubuntu, 2, ",
    "mssqlserver, 2019, 15.0",
    "mssqlserver, 15.0.4455.2, 15.0",
    "mssqlserver, 15, 15.0",
    "mssqlserver, 2008 R2, 10.50",
    "windows, 11 24H2, ",
    "windows, 10 22H2, 10-22h2",
    "windows, 10.0.19045, 10-22h2",
    "windows, 10.0.26100, ",
    "windows-server, 2012 R2, 2012-r2",
    "oracle-jdk, 1.8.0_292, 8",
    "oracle-jdk, jdk-21.0.2, 21",
    "log4j, 2.12.1, 2.12",
    "log4j, 2.17.1, 2",
    "kubernetes, v1.33.4+k3s1, 1.33",
    "kubernetes, latest, ",
  })
  void finds_the_release_line_of_a_version(String product, String version, String line)
      throws Exception {
    var found = LineFinder.find(Lifecycles.product(product), version);
    assertThat(found.line().map(ReleaseLine::name))
        .as(found.reason())
        .isEqualTo(Optional.ofNullable(line));
  }

  @Test
  void names_the_lines_a_version_may_be_in() throws Exception {
    assertThat(LineFinder.find(Lifecycles.product("windows"), "11 24H2").reason())
        .isEqualTo("11 24H2 may be in each of the release lines 11-24h2-e, 11-24h2-w");
  }

  @Test
  void takes_a_version_said_too_shortly_for_no_line_as_long_as_several_begin_with_it()
      throws Exception {
    var feed =
        Lifecycles.read(
            """
            {"redis": [{"cycle": "7.4", "eol": false}, {"cycle": "7.2", "eol": false},
             {"cycle": "7.0", "eol": "2024-07-29"}]}
            """);
    var status = SupportStatus.of(feed.products().getFirst(), "7", LocalDate.of(2026, 11, 21));
    assertThat(status.phase()).isEqualTo(SupportStatus.Phase.UNKNOWN);
    assertThat(status.line()).isEmpty();
    assertThat(status.reason())
        .startsWith("7 may be in each of the release lines ")
        .contains("7.4", "7.2", "7.0");
  }

  @Test
  void names_the_lines_a_system_could_go_to_next() throws Exception {
    var ubuntu = Lifecycles.product("ubuntu");
    var next = ubuntu.nextAfter(ubuntu.line("20.04").orElseThrow(), LocalDate.of(2026, 1, 1));
    assertThat(next).extracting(ReleaseLine::name).containsExactly("22.04", "24.04", "25.10");
  }
}
