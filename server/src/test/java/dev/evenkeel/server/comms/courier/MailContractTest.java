package dev.evenkeel.server.comms.courier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.RaggedSmtp;
import dev.evenkeel.server.comms.RaggedSmtp.Fault;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailContractTest extends ChannelContract {
  private final RaggedSmtp server = new RaggedSmtp(new Random(1));

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  Courier courier() {
    return new MailCourier();
  }

  @Override
  Parcel parcel(Message message) {
    return Parcels.mail(server.port(), message, "ann@example.org", "ben@example.org");
  }

  @Override
  Got got() {
    try {
      MimeMessage mail = mail();
      return new Got(mail.getMessageID(), mail.getSubject() + mail.getContent());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private MimeMessage mail() throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(server.mails().getLast().text().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  int received() {
    return server.mails().size();
  }

  @Override
  void refuses() {
    server.knowsNot("ann@example.org", "ben@example.org");
  }

  @Override
  void isBusy() {
    server.failing(100, Fault.BUSY_AT_MAIL);
  }

  @Override
  void hangsUpAfterReading() {
    server.failing(100, Fault.HANGS_UP_AFTER_END);
  }

  @Override
  Parcel toNobody() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Parcels.mail(socket.getLocalPort(), Parcels.message("a", "b"), "ann@example.org");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  void assertHarmless() {
    assertThat(server.mails().getLast().header("Bcc")).isEmpty();
    assertThat(server.mails().getLast().to()).containsExactly("ann@example.org", "ben@example.org");
    assertThat(server.mails().getLast().header("Content-Type")).startsWith("text/plain");
  }

  /** Until all of it was written, nobody can have it: it is safe to try again. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "HANGS_UP_AFTER_END"})
  void every_other_fault_is_tried_again(Fault fault) {
    server.failing(100, fault);
    Handover handover = deliver(parcel(Parcels.message("a", "b")));
    if (fault == Fault.HANGS_UP_WITHIN_DATA && handover instanceof Handover.InDoubt) {
      return; // a short mail is written before the broken wire is noticed
    }
    assertThat(handover).isInstanceOf(Handover.Later.class);
    assertThat(received()).isZero();
  }

  @Test
  void of_several_those_that_are_known_get_it_and_the_others_are_named() {
    server.knowsNot("ben@example.org");
    assertThat(deliver(parcel(Parcels.message("a", "b"))))
        .isInstanceOfSatisfying(
            Handover.Partly.class,
            it -> {
              assertThat(it.remaining()).isEmpty();
              assertThat(it.refused()).containsExactly("ben@example.org");
              assertThat(it.says()).contains("not for ben@example.org", "550 no such user");
            });
    assertThat(server.mails())
        .extracting(RaggedSmtp.Mail::to)
        .containsExactly(List.of("ann@example.org"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {"BUSY_AT_RCPT", "BUSY_AT_END"})
  void who_is_unknown_is_refused_though_the_others_must_come_again(Fault busy) {
    server.knowsNot("ben@example.org");
    server.failing(100, busy);
    assertThat(deliver(parcel(Parcels.message("a", "b"))))
        .isInstanceOfSatisfying(
            Handover.Partly.class,
            it -> {
              assertThat(it.remaining()).containsExactly("ann@example.org");
              assertThat(it.refused()).containsExactly("ben@example.org");
            });
    assertThat(received()).isZero();
  }

  @Test
  void an_invitation_goes_along_as_mail_programs_want_it() throws Exception {
    String ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
    deliver(
        parcel(Parcels.message("Kick-off", "at ten").withHtml("<p>at ten</p>").withInvite(ics)));
    var parts = (MimeMultipart) mail().getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(parts.getBodyPart(2).getContentType())
        .startsWith("text/calendar")
        .contains("method=CANCEL");
  }

  @Test
  void an_address_with_a_line_break_is_turned_down() {
    var handover =
        deliver(
            Parcels.mail(
                server.port(), Parcels.message("a", "b"), "ann@example.org\r\nRCPT TO:<x>"));
    assertThat(handover).isInstanceOf(Handover.TurnedDown.class);
    assertThat(received()).isZero();
  }
}
