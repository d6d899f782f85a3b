package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TeamsContractTest extends HttpChannelContract {
  @Override
  Courier courier() {
    return new TeamsCourier();
  }

  @Override
  Got got() {
    var text = new StringBuilder();
    card()
        .path("body")
        .forEach(block -> text.append(block.path("inlines").path(0).path("text").asString()));
    return new Got("", text.toString());
  }

  private JsonNode card() {
    return body().path("attachments").path(0).path("content");
  }

  @Override
  void assertHarmless() {
    assertThat(card().path("body"))
        .hasSize(2)
        .allSatisfy(block -> {
          assertThat(block.path("type").asString()).isEqualTo("RichTextBlock");
          assertThat(block.path("inlines").path(0).path("type").asString()).isEqualTo("TextRun");
        });
    assertThat(card().has("msteams")).as("nobody is mentioned").isFalse();
  }

  @Test
  void a_200_that_tells_of_a_failure_is_none() {
    receiver.answers(
        200,
        "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429");
    assertThat(deliver(parcel(Parcels.message("a", "b")))).isInstanceOf(Handover.Later.class);
  }
}
