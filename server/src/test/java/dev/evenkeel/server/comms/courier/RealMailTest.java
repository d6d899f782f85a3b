package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.ChannelTerms;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mail through a real server that wants encryption and a password. */
class RealMailTest {
  @TempDir Path folder;

  private static Parcel parcel(int port, Optional<String> password) {
    Parcel plain = Parcels.mail(port, Parcels.message("Shop begins", "At ten."), "a@example.org");
    ChannelTerms terms = plain.terms();
    return new Parcel(
        new ChannelTerms(
            terms.name(),
            terms.kind(),
            terms.address(),
            password.map(_ -> "mail-password"),
            Optional.of(
                new MailTerms(
                    "127.0.0.1",
                    port,
                    Security.STARTTLS,
                    password.map(_ -> MailServer.USER),
                    "Evenkeel <evenkeel@example.org>")),
            terms.language(),
            terms.audience(),
            false,
            false,
            terms.inDoubt()),
        plain.message(),
        plain.wire(),
        plain.postedAt(),
        plain.recipients(),
        password);
  }

  @Test
  void with_a_certificate_that_is_trusted_and_the_password_it_arrives_encrypted() throws Exception {
    try (var server = MailServer.startOrSkip(folder)) {
      Handover handover =
          new MailCourier(Optional.of(server.trusting()))
              .deliver(parcel(server.port(), Optional.of(MailServer.PASSWORD)), () -> {});
      assertThat(handover).isInstanceOf(Handover.Taken.class);
      assertThat(server.stop())
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.user()).isEqualTo(MailServer.USER);
            assertThat(mail.way()).isEqualTo("tls");
            assertThat(mail.to()).containsExactly("a@example.org");
            assertThat(mail.text()).contains("Subject: Shop begins", "At ten.");
          });
    }
  }

  @Test
  void with_a_wrong_password_nothing_is_sent_and_what_to_check_is_said() throws Exception {
    try (var server = MailServer.startOrSkip(folder)) {
      Handover handover =
          new MailCourier(Optional.of(server.trusting()))
              .deliver(parcel(server.port(), Optional.of("wr0ng-one")), () -> {});
      assertThat(handover)
          .isInstanceOfSatisfying(
              Handover.Later.class, later -> assertThat(later.everything()).isTrue());
      assertThat(handover.says())
          .contains("does not let Evenkeel in", "535", "Check the user and the secret")
          .doesNotContain("wr0ng-one");
      assertThat(server.stop()).isEmpty();
    }
  }

  @Test
  void without_the_password_it_asks_for_nothing_is_sent() throws Exception {
    try (var server = MailServer.startOrSkip(folder)) {
      Handover handover =
          new MailCourier(Optional.of(server.trusting()))
              .deliver(parcel(server.port(), Optional.empty()), () -> {});
      assertThat(handover).isNotInstanceOf(Handover.Taken.class);
      assertThat(handover.says()).containsIgnoringCase("authentication");
      assertThat(server.stop()).isEmpty();
    }
  }

  @Test
  void a_certificate_nobody_vouches_for_is_refused_and_the_way_out_is_said() throws Exception {
    try (var server = MailServer.startOrSkip(folder)) {
      Handover handover =
          new MailCourier()
              .deliver(parcel(server.port(), Optional.of(MailServer.PASSWORD)), () -> {});
      assertThat(handover).isInstanceOf(Handover.Later.class);
      assertThat(handover.says())
          .contains(
              "No encrypted connection",
              "signed by nobody the server trusts",
              "javax.net.ssl.trustStore",
              "Nothing was sent");
      assertThat(server.stop()).isEmpty();
    }
  }

  @Test
  void where_encryption_is_wanted_and_not_offered_the_mail_is_held_with_clear_words()
      throws Exception {
    try (var server = MailServer.openOrSkip(folder)) {
      Handover handover =
          new MailCourier().deliver(parcel(server.port(), Optional.empty()), () -> {});
      assertThat(handover).isInstanceOf(Handover.Later.class);
      assertThat(handover.says())
          .contains("does not offer STARTTLS, which the channel asks for", "Nothing was sent");
      assertThat(server.stop()).isEmpty();
    }
  }
}
