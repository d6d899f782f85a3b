package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
        .contains("@\u200Ball", "\\[x\\]\\(javascript:y\\)");
  }

  @Test
  void addresses_and_times_are_shown_as_they_were_written() {
    deliver(
        parcel(
            Parcels.message(
                "The ledger: back at 23:03:11",
                "Look: http://10.0.0.1:18240/runs/a_b-c?x=1#m2. In C:\\temp, too (https://x.org/)")));
    assertThat(body().path("text").asString())
        .isEqualTo(
            "**The ledger: back at 23:03:11**\n"
                + "Look: http://10.0.0.1:18240/runs/a_b-c?x=1#m2. In C:\\temp, too \\(https://x.org/\\)");
  }

  @Test
  void nothing_typed_becomes_a_picture_or_a_format() {
    deliver(parcel(Parcels.message("a", ":smile: :+1: *b* \\* @all")));
    assertThat(body().path("text").asString())
        .endsWith("\n:\u200Bsmile: :\u200B\\+1: \\*b\\* \\\\\\* @\u200Ball");
  }
}
