package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

class SlackContractTest extends HttpChannelContract {
  @Override
  Courier courier() {
    return new SlackCourier();
  }

  @Override
  Got got() {
    return new Got("", body().path("text").asString());
  }

  @Override
  void assertHarmless() {
    String text = body().path("text").asString();
    assertThat(text).doesNotContain("<", ">").contains("&lt;!channel&gt;");
    assertThat(body().path("mrkdwn").asBoolean(true)).isFalse();
    assertThat(body().path("link_names").asBoolean(true)).isFalse();
  }
}
