package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Channels that are posted to. */
abstract class HttpChannelContract extends ChannelContract {
  Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Override
  Parcel parcel(Message message) {
    return parcelTo(receiver.address(), message);
  }

  Parcel parcelTo(String address, Message message) {
    return Parcels.http(
        courier().kind(), address, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", message);
  }

  JsonNode body() {
    return JsonMapper.shared().readTree(receiver.calls().getLast().body());
  }

  @Override
  int received() {
    return receiver.calls().size();
  }

  @Override
  void refuses() {
    receiver.answers(404, "no_service");
  }

  @Override
  void isBusy() {
    receiver.answers(503, "");
  }

  @Override
  void hangsUpAfterReading() {
    receiver.answers(0, "");
  }

  @Override
  Parcel toNobody() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return parcelTo(
          "http://127.0.0.1:%d/S3CR3T".formatted(socket.getLocalPort()), Parcels.message("a", "b"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_asks_to_wait_is_left_alone_that_long() {
    receiver.header("Retry-After", "30");
    receiver.answers(429, "rate_limited");
    assertThat(deliver(parcel(Parcels.message("a", "b"))))
        .isInstanceOfSatisfying(
            Handover.Later.class,
            it -> {
              assertThat(it.after()).isEqualTo(Optional.of(Duration.ofSeconds(30)));
              assertThat(it.everything()).isTrue();
            });
  }

  @Test
  void nobody_is_followed_elsewhere() {
    receiver.header("Location", "http://169.254.169.254/latest");
    receiver.answers(302, "");
    assertThat(deliver(parcel(Parcels.message("a", "b")))).isInstanceOf(Handover.TurnedDown.class);
    assertThat(received()).isEqualTo(1);
  }

  @Test
  void the_credentials_of_a_cloud_are_out_of_reach() {
    assertThat(deliver(parcelTo("http://169.254.169.254/latest", Parcels.message("a", "b"))))
        .isInstanceOfSatisfying(
            Handover.TurnedDown.class, it -> assertThat(it.says()).contains("link-local"));
    assertThat(handedOver).hasValue(0);
  }

  @Test
  void what_is_no_address_is_turned_down_without_being_told() {
    for (String address : new String[] {"file:///etc/S3CR3T", "https://u:S3CR3T@h/", "S3CR3T ü"}) {
      assertThat(deliver(parcelTo(address, Parcels.message("a", "b"))))
          .isInstanceOfSatisfying(
              Handover.TurnedDown.class,
              it -> assertThat(it.says()).contains("https://host/path").doesNotContain("S3CR3T"));
    }
  }

  @Test
  void the_path_of_an_address_is_told_nobody() {
    for (int status : new int[] {200, 302, 404, 429, 503, 0}) {
      receiver.answers(status, "x");
      assertThat(deliver(parcel(Parcels.message("a", "b"))).says()).doesNotContain("S3CR3T");
    }
  }
}
