package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.Message;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every kind of channel promises, whatever it speaks. */
abstract class ChannelContract {
  static final String HOSTILE =
      "<!channel> @all @here <script>alert(1)</script> [x](javascript:y)\r\nBcc: all@example.org";

  final AtomicInteger handedOver = new AtomicInteger();

  /** What a receiver got. */
  record Got(String id, String text) {}

  abstract Courier courier();

  abstract Parcel parcel(Message message);

  abstract Got got();

  abstract int received();

  abstract void refuses();

  abstract void isBusy();

  abstract void hangsUpAfterReading();

  /** To a port where nobody listens. */
  abstract Parcel toNobody();

  Handover deliver(Parcel parcel) {
    return courier().deliver(parcel, handedOver::incrementAndGet);
  }

  @Test
  void the_receiver_gets_the_text_once_and_it_is_said_before_that_it_may_arrive() {
    assertThat(deliver(parcel(Parcels.message("It begins", "Grüße, es geht los"))))
        .isInstanceOf(Handover.Taken.class);
    assertThat(received()).isEqualTo(1);
    assertThat(got().text()).contains("It begins", "Grüße, es geht los");
    assertThat(handedOver).hasValue(1);
  }

  @Test
  void two_attempts_carry_the_same_id() {
    deliver(parcel(Parcels.message("a", "b")));
    String first = got().id();
    deliver(parcel(Parcels.message("a", "b")));
    assertThat(got().id()).isEqualTo(first);
  }

  @Test
  void what_is_refused_for_good_is_turned_down_and_says_who_did() {
    refuses();
    assertThat(deliver(parcel(Parcels.message("a", "b"))))
        .isInstanceOfSatisfying(
            Handover.TurnedDown.class, it -> assertThat(it.says()).contains("127.0.0.1"));
  }

  @Test
  void who_is_busy_is_asked_again_later() {
    isBusy();
    assertThat(deliver(parcel(Parcels.message("a", "b")))).isInstanceOf(Handover.Later.class);
  }

  @Test
  void a_receiver_that_is_away_has_got_nothing_and_the_whole_channel_rests() {
    assertThat(deliver(toNobody()))
        .isInstanceOfSatisfying(
            Handover.Later.class,
            it -> {
              assertThat(it.everything()).isTrue();
              assertThat(it.says())
                  .contains("cannot be reached")
                  .contains("Check")
                  .doesNotContain("S3CR3T");
            });
  }

  @Test
  void a_wire_that_breaks_after_all_was_said_leaves_it_in_doubt() {
    hangsUpAfterReading();
    assertThat(deliver(parcel(Parcels.message("a", "b")))).isInstanceOf(Handover.InDoubt.class);
    assertThat(handedOver).hasValue(1);
  }

  @Test
  void what_a_stranger_typed_gives_no_orders() {
    deliver(parcel(Parcels.message(HOSTILE, HOSTILE)));
    assertHarmless();
  }

  abstract void assertHarmless();
}
