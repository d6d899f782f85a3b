package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
        .hasSize(3)
        .allSatisfy(block -> {
          assertThat(block.path("type").asString()).isEqualTo("RichTextBlock");
          assertThat(block.path("inlines").path(0).path("type").asString()).isEqualTo("TextRun");
        });
    assertThat(card().path("actions")).as("javascript is no address").isEmpty();
    assertThat(card().has("msteams")).as("nobody is mentioned").isFalse();
  }

  @Test
  void a_200_that_tells_of_a_failure_is_none() {
    receiver.answers(
        200,
        "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429");
    assertThat(deliver(parcel(Parcels.message("a", "b")))).isInstanceOf(Handover.Later.class);
  }

  @Test
  void each_line_stands_alone_and_each_address_is_a_button_that_says_where_it_leads() {
    deliver(
        parcel(
            Parcels.message(
                "It goes back",
                "First\nsecond (see https://ek.example.org/runs/a).\n\nAgain: https://ek.example.org/runs/a")));
    assertThat(card().path("body"))
        .extracting(
            block -> block.path("inlines").path(0).path("text").asString(),
            block -> block.path("spacing").asString())
        .containsExactly(
            tuple("It goes back", "Default"),
            tuple("First", "Default"),
            tuple("second (see https://ek.example.org/runs/a).", "None"),
            tuple("Again: https://ek.example.org/runs/a", "Default"));
    assertThat(card().path("actions"))
        .extracting(
            action -> action.path("type").asString(),
            action -> action.path("title").asString(),
            action -> action.path("url").asString())
        .containsExactly(
            tuple(
                "Action.OpenUrl",
                "https://ek.example.org/runs/a",
                "https://ek.example.org/runs/a"));
  }
}
