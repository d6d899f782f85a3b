package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

class MattermostContractTest extends HttpChannelContract {
  @Override
  Courier courier() {
    return new MattermostCourier();
  }

  @Override
  Got got() {
    return new Got("", body().path("text").asString());
  }

  @Override
  void assertHarmless() {
    assertThat(body().path("text").asString())
        .doesNotContain("<!", "@all", "@here", "](")
        .contains("@\u200Ball", "\\[x\\]\\(javascript\\:y\\)");
  }
}
