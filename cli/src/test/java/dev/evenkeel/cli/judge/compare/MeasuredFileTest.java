package dev.evenkeel.cli.judge.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.judge.compare.Measurements.Metric;
import dev.evenkeel.cli.judge.compare.StoredAnswer.Failed;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.judge.sequential.Pair;
import dev.evenkeel.judge.sequential.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from the files a pipeline has (C69). */
@Tag("C69")
class MeasuredFileTest {
  private static final String MATRIX =
      """
      {"status": "success", "data": {"resultType": "matrix", "result": [
        {"metric": {"instance": "a:80", "status": "200"}, "values": [[1000, "10"], [1010, "20"], [1020, "35"]]},
        {"metric": {"instance": "a:80", "status": "503"}, "values": [[1010, "1"], [1020, "4"]]},
        {"metric": {"instance": "b:80", "status": "200"}, "values": [[1000, "7"], [1010, "NaN"]]}]}}
      """;

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  private Measurements read(String text, Optional<Kind> kind, Failed failed) throws IOException {
    Path file = Files.writeString(folder.resolve("measured"), text);
    MeasuredFile.Content content =
        new MeasuredFile(file.toString(), kind, failed, true, told::add).content();
    return content.measurements(content.wantedStep());
  }

  private Measurements read(String text) throws IOException {
    return read(text, Optional.empty(), Failed.USUAL);
  }

  private static List<Reading> readings(Measurements measured, String name) {
    Metric metric = measured.metrics().get(name);
    assertThat(metric).as("%s of %s", name, measured.metrics().keySet()).isNotNull();
    return metric.tracks().getFirst().readings();
  }

  @Test
  void requests_as_jmeter_writes_them_become_counters_and_a_histogram() throws IOException {
    Measurements measured =
        read(
            """
            timeStamp,elapsed,label,responseCode,success
            1700000000000,100,home,200,true
            1700000000200,900,home,200,true
            1700000001000,5,home,500,false
            1700000002500,450,"search, all",200,true
            """);
    assertThat(measured.metrics().keySet())
        .containsExactly(
            "errors",
            "response time",
            "errors of home",
            "response time of home",
            "errors of search, all",
            "response time of search, all");
    assertThat(readings(measured, "errors"))
        .containsExactly(
            Reading.of(Instant.ofEpochSecond(1_700_000_000), new Fact.Counted(0, 0)),
            Reading.of(Instant.ofEpochSecond(1_700_000_001), new Fact.Counted(1, 0)),
            Reading.of(Instant.ofEpochSecond(1_700_000_002), new Fact.Counted(3, 1)),
            Reading.of(Instant.ofEpochSecond(1_700_000_003), new Fact.Counted(4, 1)));
    Fact.Timed timed =
        readings(measured, "response time").getLast().find(Fact.Timed.class).orElseThrow();
    assertThat(timed.cumulative().getLast()).as("a failed request is not timed").isEqualTo(3);
    assertThat(upTo(timed, 500)).isEqualTo(2);
    assertThat(timed.usable()).isTrue();
  }

  private static double upTo(Fact.Timed timed, double millis) {
    int first = 0;
    while (timed.bounds().get(first) < millis) {
      first++;
    }
    return timed.cumulative().get(first);
  }

  @Test
  void requests_as_k6_writes_them_are_read_as_well() throws IOException {
    Measurements measured =
        read(
            """
            metric_name,timestamp,metric_value,check,error,error_code,expected_response,name
            http_reqs,1700000001,1.0,,,,true,https://shop/
            http_req_duration,1700000001,250.5,,,,true,https://shop/
            http_req_duration,1700000002,20.1,,,1503,false,https://shop/
            vus,1700000002,5.0,,,,,
            """);
    assertThat(readings(measured, "errors").getLast().facts())
        .containsExactly(new Fact.Counted(2, 1));
  }

  @Test
  void an_answer_of_prometheus_becomes_a_track_for_each_instance() throws IOException {
    Metric errors = read(MATRIX, Optional.of(Kind.ERRORS), Failed.USUAL).metrics().get("errors");
    assertThat(errors.tracks()).extracting(Track::target).containsExactly("a:80", "b:80");
    assertThat(errors.tracks().getFirst().readings())
        .containsExactly(
            Reading.of(Instant.ofEpochSecond(1000), new Fact.Counted(10, 0)),
            Reading.of(Instant.ofEpochSecond(1010), new Fact.Counted(21, 1)),
            Reading.of(Instant.ofEpochSecond(1020), new Fact.Counted(39, 4)));
    assertThat(errors.tracks().getLast().readings()).hasSize(2);
  }

  @Test
  void which_series_count_failures_can_be_said() throws IOException {
    Failed own = new Failed(List.of("status"), Pattern.compile("200"));
    assertThat(readings(read(MATRIX, Optional.of(Kind.ERRORS), own), "errors").getFirst().facts())
        .containsExactly(new Fact.Counted(10, 10));
    assertThatThrownBy(() ->
            read(
                MATRIX,
                Optional.of(Kind.ERRORS),
                new Failed(List.of("outcome"), Pattern.compile("bad"))))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("none has a label outcome. Say --failed LABEL=REGEX.");
  }

  @Test
  void a_histogram_of_prometheus_tells_by_itself_what_it_is() throws IOException {
    Measurements measured =
        read(
            """
            {"data": {"resultType": "matrix", "result": [
              {"metric": {"le": "0.5"}, "values": [[1000, "3"], [1010, "8"]]},
              {"metric": {"le": "0.1"}, "values": [[1000, "1"], [1010, "2"]]},
              {"metric": {"le": "+Inf"}, "values": [[1000, "3"], [1010, "9"]]}]}}
            """);
    assertThat(readings(measured, "response time").getLast().facts())
        .containsExactly(new Fact.Timed(List.of(100.0, 500.0), List.of(2.0, 8.0, 9.0)));
  }

  @Test
  void tables_of_counts_and_of_values_are_read() throws IOException {
    assertThat(readings(read("time,requests,errors\n100,10,1\n110,20,0\n"), "errors").getLast())
        .isEqualTo(Reading.of(Instant.ofEpochSecond(110), new Fact.Counted(30, 1)));
    assertThat(
            readings(
                    read(
                        "time,value\n2026-11-23T08:00:00Z,512\n",
                        Optional.of(Kind.GROWTH),
                        Failed.USUAL),
                    "value")
                .getLast())
        .isEqualTo(Reading.of(Instant.parse("2026-11-23T08:00:00Z"), new Fact.Value(512)));
  }

  @Test
  void a_test_that_was_killed_within_a_line_counts_up_to_there() throws IOException {
    StringBuilder log = new StringBuilder("timeStamp,elapsed,label,success\n");
    for (int i = 0; i < 500; i++) {
      log.append(1_700_000_000_000L + 100 * i).append(",20,home,true\n");
    }
    Measurements measured = read(log + "1700000050000,2");
    assertThat(readings(measured, "errors").getLast().facts())
        .containsExactly(new Fact.Counted(500, 0));
    assertThat(told)
        .singleElement()
        .asString()
        .contains("line 502: success is '', neither true nor false");
  }

  @Test
  void what_cannot_be_read_says_what_could_be() {
    assertThatThrownBy(() -> read("a,b,c\n1,2,3\n"))
        .hasMessageContaining("is nothing that can be compared: it begins with 'a,b,c'")
        .hasMessageContaining("timeStamp,elapsed,label,success");
    assertThatThrownBy(() -> read(MATRIX))
        .hasMessageContaining("Say --metric errors, latency, level, growth or rate.");
    assertThatThrownBy(() -> read("{\"status\": \"error\", \"error\": \"parse error\"}"))
        .hasMessageContaining("Prometheus refused the query: parse error.");
    assertThatThrownBy(() -> read("{\"data\": {\"resultType\": \"vector\"}}"))
        .hasMessageContaining("it is a vector and not a matrix: ask /api/v1/query_range.");
    assertThatThrownBy(() ->
            read("timeStamp,elapsed,label,success\n2026/11/23 10:00:00,5,a,true\nx,5,a,true\n"))
        .hasMessageContaining("jmeter.save.saveservice.timestamp_format=ms");
    assertThatThrownBy(() -> read("time,requests,errors\n10,1,0\n10,1,0\n"))
        .hasMessageContaining("line 3: its time is not after that of the line before.");
    assertThatThrownBy(
            () -> read("time,requests,errors\n1,1,0\n", Optional.of(Kind.LEVEL), Failed.USUAL))
        .hasMessageContaining("does not tell level");
  }

  @Test
  void both_versions_begin_at_the_same_time_whenever_they_were_measured() throws IOException {
    Measurements old = read("time,requests,errors\n100,10,1\n110,20,0\n");
    Measurements young = read("time,requests,errors\n90000,10,1\n90012,20,0\n");
    Trial trial =
        Comparison.trial(old, young, OptionalDouble.of(0.05), 0.02, Duration.ofSeconds(30));
    assertThat(trial.warmUp()).isEqualTo(Duration.ofSeconds(30));
    Pair pair = trial.pairs().getFirst();
    assertThat(pair.margin()).isEqualTo(0.05);
    assertThat(pair.control().getFirst().readings())
        .extracting(Reading::at)
        .containsExactly(trial.began(), trial.began().plusSeconds(10));
    assertThat(pair.candidate().getFirst().readings())
        .extracting(Reading::at)
        .containsExactly(trial.began(), trial.began().plusSeconds(12));
    assertThat(Comparison.end(old, young)).isEqualTo(trial.began().plusSeconds(12));
  }

  @Test
  void a_long_test_takes_longer_steps_and_no_more_memory() {
    RequestTally tally = new RequestTally();
    for (int second = 0; second < 40_000; second++) {
      tally.add("home", 1000L * second, 15, second % 4 != 0);
      tally.add("cart", 1000L * second, 30, true);
    }
    Measurements measured = tally.measurements(tally.wantedWidth());
    List<Reading> errors = measured.metrics().get("errors").tracks().getFirst().readings();
    assertThat(errors).hasSizeBetween(1000, 2050);
    assertThat(errors.getLast().facts()).containsExactly(new Fact.Counted(80_000, 10_000));
    assertThat(tally.hasTooManyLabels()).isFalse();
  }
}
