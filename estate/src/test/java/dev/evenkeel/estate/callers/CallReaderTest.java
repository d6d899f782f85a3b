package dev.evenkeel.estate.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows part of C12: calls are read from logs and traces. */
@Tag("C12")
class CallReaderTest {
  static final String COMMON =
      """
      10.0.3.7 - - [21/Nov/2026:10:00:00 +0100] "GET /orders?token=secret HTTP/1.1" 200 12
      10.0.3.7 - ann [21/Nov/2026:10:00:05 +0100] "GET /stock HTTP/1.1" 304 -
      2001:db8::7 - - [21/Nov/2026:10:00:01 +0100] "-" 408 -
      """;
  static final String COMBINED =
      """
      shop.example:443 10.0.9.9 - - [21/Nov/2026:09:00:00 +0000] "POST /a \\"b\\" HTTP/1.1" 200 12 "-" "curl/8.1 (x)"
      """;
  static final String HAPROXY =
      """
      Nov 21 10:00:00 lb haproxy[14389]: 10.0.1.2:33317 [21/Nov/2026:10:00:00.655] https-in~ shop-app/shop-app-1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {1wt.eu} {} "GET /cart?id=1 HTTP/1.1"
      Nov 21 10:00:01 lb haproxy[14389]: 10.0.1.2:33318 [21/Nov/2026:10:00:01.001] https-in~ shop-app/<NOSRV> -1/-1/-1/-1/+50001 503 212 - - sQ-- 1/1/1/1/0 0/0 "GET / HTTP/1.1"
      """;
  static final String TRACE =
      """
      {"resourceSpans": [
       {"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "shop"}}]}, "scopeSpans": [{"spans": [
        {"traceId": "t1", "spanId": "1", "kind": 2, "name": "GET /", "startTimeUnixNano": "1763719200000000000"},
        {"traceId": "t1", "spanId": "2", "parentSpanId": "1", "kind": 3, "name": "POST /charges", "startTimeUnixNano": "1763719201000000000",
         "attributes": [{"key": "peer.service", "value": {"stringValue": "payments"}}]},
        {"traceId": "t1", "spanId": "4", "parentSpanId": "1", "kind": "SPAN_KIND_CLIENT", "name": "SELECT", "startTimeUnixNano": "1763719202000000000",
         "attributes": [{"key": "server.address", "value": {"stringValue": "shop-db"}}]}]}]},
       {"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "payments"}}]}, "scopeSpans": [{"spans": [
        {"traceId": "t1", "spanId": "3", "parentSpanId": "2", "kind": 2, "name": "POST /charges", "startTimeUnixNano": "1763719201100000000"}]}]}]}
      """;

  @Test
  void an_access_log_says_who_called_how_often_and_when_without_secrets() throws Exception {
    var reading = read(Optional.of("shop"), COMMON);
    assertThat(reading.counted()).isEqualTo(3);
    assertThat(reading.calls()).hasSize(2);
    var call = reading.calls().getFirst();
    assertThat(call.caller()).hasToString("[address:10.0.3.7]");
    assertThat(call.callee()).hasToString("[system:shop]");
    assertThat(call.count()).isEqualTo(2);
    assertThat(call.first()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
    assertThat(call.last()).isEqualTo(Instant.parse("2026-11-21T09:00:05Z"));
    assertThat(call.example()).isEqualTo("GET /orders");
    assertThat(reading.calls().getLast().caller()).hasToString("[address:2001:db8::7]");
  }

  @Test
  void the_combined_format_says_the_host_that_was_called_and_the_program_that_called()
      throws Exception {
    var call = read(Optional.empty(), COMBINED).calls().getFirst();
    assertThat(call.caller()).hasToString("[address:10.0.9.9, agent:curl]");
    assertThat(call.callee()).hasToString("[host:shop.example]");
  }

  @Test
  void a_log_that_does_not_say_whom_it_is_of_is_refused_without_saying_it() {
    assertThatThrownBy(() -> read(Optional.empty(), COMMON))
        .isInstanceOf(UnreadableCalls.class)
        .hasMessageContaining("Say of which system it is the log.");
  }

  @Test
  void haproxy_says_the_backend_and_the_server() throws Exception {
    var reading = read(Optional.empty(), HAPROXY);
    assertThat(reading.rejections()).isZero();
    assertThat(reading.calls())
        .extracting(call -> call.callee().toString())
        .containsExactly("[backend:shop-app, host:shop-app-1]", "[backend:shop-app]");
    assertThat(reading.calls().getFirst().example()).isEqualTo("GET /cart");
  }

  @Test
  void traces_show_calls_between_services_once_and_what_only_the_caller_saw() throws Exception {
    for (String text : new String[] {TRACE, TRACE.replace("\n", " ")}) {
      var reading = read(Optional.empty(), text);
      assertThat(reading.calls())
          .extracting(call -> call.caller() + " " + call.callee() + " " + call.count())
          .containsExactlyInAnyOrder(
              "[service:shop] [service:payments] 1", "[service:shop] [host:shop-db] 1");
    }
  }

  @Test
  void lines_that_are_none_are_named_and_the_others_taken() throws Exception {
    var reading =
        read(Optional.of("shop"), "# began\n" + COMMON + "torn [21/Nov\n\u0007\u001b[2J\n");
    assertThat(reading.counted()).isEqualTo(3);
    assertThat(reading.rejections()).isEqualTo(3);
    assertThat(reading.rejected().get(1).place()).isEqualTo("log, line 5");
    assertThat(reading.rejected().get(2).why()).doesNotContain("\u001b");
  }

  @Test
  void a_file_without_calls_is_refused() throws IOException {
    for (String text : new String[] {"", "a,b\n1,2\n", "{\"a\": 1}\n", "{\n\"a\":"}) {
      assertThatThrownBy(() -> read(Optional.of("shop"), text))
          .as(text)
          .isInstanceOf(UnreadableCalls.class);
    }
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(COMMON.repeat(500).getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertThatThrownBy(() -> read(Optional.of("shop"), cut))
        .isInstanceOf(UnreadableCalls.class)
        .hasMessageContaining("damaged or cut off");
  }

  @Test
  void hostile_lines_neither_hang_nor_break_the_reading() throws Exception {
    var escapes = COMBINED.replace("POST", "\\\\\\\"".repeat(1_900)).strip();
    var haproxy = HAPROXY.lines().findFirst().orElseThrow().replaceFirst("\"GET.*", "");
    var reading =
        read(
            Optional.of("shop"),
            COMMON
                + escapes
                + "\n"
                + haproxy.repeat(40)
                + "\n"
                + "x ".repeat(4_000)
                + "\n"
                + "[".repeat(10 << 20)
                + "\n");
    assertThat(reading.counted()).isEqualTo(4);
    assertThat(reading.rejections()).isEqualTo(3);
    assertThat(reading.rejected().getLast().why()).contains("longer than 8 KiB");
    assertThatThrownBy(() -> read(Optional.empty(), haproxy.repeat(40)))
        .isInstanceOf(UnreadableCalls.class);
  }

  @Test
  void callers_without_end_are_counted_and_not_all_kept() throws Exception {
    var text = new StringBuilder();
    for (int at = 0; at < Tally.MOST + 100; at++) {
      text.append(
          "10.%d.%d.%d - - [21/Nov/2026:10:00:00 +0100] \"GET / HTTP/1.1\" 200 1\n"
              .formatted(at >> 16, at >> 8 & 255, at & 255));
    }
    var reading = read(Optional.of("shop"), text.toString());
    assertThat(reading.calls()).hasSize(Tally.MOST);
    assertThat(reading.counted()).isEqualTo(Tally.MOST + 100);
    assertThat(reading.leftOut()).isEqualTo(100);
  }

  static CallReading read(Optional<String> of, String text) throws UnreadableCalls {
    return read(of, text.getBytes(StandardCharsets.UTF_8));
  }

  private static CallReading read(Optional<String> of, byte[] bytes) throws UnreadableCalls {
    try {
      return CallReader.read("log", of, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
