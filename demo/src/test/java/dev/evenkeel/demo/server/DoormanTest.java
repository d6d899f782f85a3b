package dev.evenkeel.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class DoormanTest {

  private static final Visitor VISITOR =
      new Visitor("demo", "secret", "evenkeel_session=abc; Path=/; HttpOnly");

  @Test
  void a_door_opens_once_and_only_to_its_page() throws Exception {
    try (Doorman doorman = Doorman.standingFor(VISITOR);
        HttpClient http = HttpClient.newHttpClient()) {
      var page = URI.create("http://127.0.0.1:8080/runs/1");
      URI door = doorman.doorTo(page);
      HttpResponse<String> first = get(http, door);
      assertThat(first.statusCode()).isEqualTo(302);
      assertThat(first.headers().firstValue("Location")).hasValue(page.toString());
      assertThat(first.headers().firstValue("Set-Cookie")).hasValue(VISITOR.cookie());
      HttpResponse<String> second = get(http, door);
      assertThat(second.statusCode()).isEqualTo(410);
      assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(get(http, door.resolve("/watch/guess")).statusCode()).isEqualTo(410);
    }
  }

  private static HttpResponse<String> get(HttpClient http, URI address) throws Exception {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
