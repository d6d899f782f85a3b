package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.downstream.Look;
import dev.evenkeel.runbook.words.ConsumerSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a page that answers as Prometheus does. */
class ConsumerReaderTest extends MetricSourceContract<ConsumerSource> {
  private static final String NOTHING =
      "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": []}}";

  private final Site prometheus = Site.answering(ConsumerReaderTest::answer);
  private final Site silent = Site.silent();
  private final Site other = Site.saying("<html>It works!</html>");
  private final String nowhere = Site.nowhere();

  @AfterEach
  void close() {
    prometheus.close();
    silent.close();
    other.close();
  }

  @Test
  @Tag("C105")
  void reads_what_a_consumer_gets_and_gets_done() throws Exception {
    assertThat(look(answering(), LONG))
        .containsExactly(new Fact.Consumed(new Look("mail", "mails", 5000, 120, 900, 7, 0.75)));
  }

  @Test
  void a_query_without_a_result_hides_no_other_and_is_not_0() throws Exception {
    assertThat(look(words(prometheus.url(), "sent", "gone", "busy"), LONG))
        .hasSize(2)
        .contains(new Fact.Consumed(new Look("mail", "mails", 5000, 120, Double.NaN, 7, 0.75)))
        .anyMatch(fact -> fact.toString().contains("no result for the query gone"));
  }

  @Test
  void a_rate_a_little_above_all_of_the_time_is_all_of_it_and_percent_are_refused()
      throws Exception {
    assertThat(look(words(prometheus.url(), "sent", "done", "rounded"), LONG))
        .containsExactly(new Fact.Consumed(new Look("mail", "mails", 5000, 120, 900, 7, 1)));
    assertThat(look(words(prometheus.url(), "sent", "done", "percent"), LONG).toString())
        .contains("percent gives 85.0; how busy it is is a share of its time, 0 to 1");
  }

  /** The last letters of the address are the query. */
  private static String answer(String asked) {
    var value =
        switch (asked.substring(asked.lastIndexOf('=') + 1)) {
          case "sent" -> "120";
          case "done" -> "900";
          case "backlog" -> "7";
          case "busy" -> "0.75";
          case "rounded" -> "1.003";
          case "percent" -> "85";
          default -> "";
        };
    return value.isEmpty()
        ? NOTHING
        : NOTHING.replace("[]", "[{\"metric\": {}, \"value\": [1, \"%s\"]}]".formatted(value));
  }

  private static ConsumerSource words(String url, String given, String done, String busy) {
    return new ConsumerSource(
        url,
        "mail",
        "mails",
        given,
        done,
        Optional.of("backlog"),
        Optional.of(busy),
        Optional.of(5000.0));
  }

  @Override
  MetricSource<ConsumerSource> source() {
    return new ConsumerReader();
  }

  @Override
  ConsumerSource answering() {
    return words(prometheus.url(), "sent", "done", "busy");
  }

  @Override
  ConsumerSource hanging() {
    return words(silent.url(), "sent", "done", "busy");
  }

  @Override
  ConsumerSource gone() {
    return words(nowhere, "sent", "done", "busy");
  }

  @Override
  ConsumerSource garbage() {
    return words(other.url(), "sent", "done", "busy");
  }

  @Override
  String address() {
    return nowhere.substring("http://".length());
  }
}
