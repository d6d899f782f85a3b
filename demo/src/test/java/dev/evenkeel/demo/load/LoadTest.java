package dev.evenkeel.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.demo.proxy.RawServer;
import dev.evenkeel.demo.proxy.RawServer.Manner;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadTest {

  private static final int WARM_UP = 1;

  @ParameterizedTest
  @EnumSource
  void every_request_the_server_sees_is_counted_once_and_as_what_it_was(Manner manner)
      throws Exception {
    try (RawServer server = RawServer.that(manner);
        Load load = Load.start(planFor(server.address()))) {
      while (load.report().requests() < 20) {
        Thread.onSpinWait();
      }
      LoadReport report = load.finish();
      // A request the client repeated by itself would be one more here than there.
      assertThat(report.requests() + WARM_UP).isEqualTo(server.requests());
      assertThat(report.failed()).isEqualTo(manner == Manner.ANSWERS ? 0 : report.requests());
    }
  }

  private static LoadPlan planFor(URI address) {
    return new LoadPlan(URI.create(address + "/"), 100, 10, 20, Duration.ofSeconds(5));
  }
}
