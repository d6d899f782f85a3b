package dev.evenkeel.server.execution.action.notify;

import dev.evenkeel.runbook.words.Notify;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Outcome;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends the message by e-mail, when a mail server is configured. */
@Component
class Email {
  private final ObjectProvider<JavaMailSender> senders;

  Email(ObjectProvider<JavaMailSender> senders) {
    this.senders = senders;
  }

  Outcome send(Notify words, Attempt attempt) {
    var sender = senders.getIfAvailable();
    if (sender == null) {
      return new Outcome.Failed(
          "no mail server is configured, so no e-mail can be sent; start Evenkeel with SPRING_MAIL_HOST, and where needed SPRING_MAIL_PORT, SPRING_MAIL_USERNAME, SPRING_MAIL_PASSWORD and SPRING_MAIL_PROPERTIES_MAIL_FROM");
    }
    MimeMessage message;
    try {
      message = message(sender.createMimeMessage(), words, attempt);
    } catch (MessagingException e) {
      return new Outcome.Failed(
          "the e-mail to %s cannot be written: %s; correct the addresses in `email`, or SPRING_MAIL_PROPERTIES_MAIL_FROM"
              .formatted(String.join(", ", words.email()), e.getMessage()));
    }
    try {
      sender.send(message);
      return Outcome.Done.withoutOutput();
    } catch (MailAuthenticationException e) {
      return new Outcome.Failed(
          "the mail server does not let Evenkeel in: %s; check SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD"
              .formatted(e.getMessage()));
    } catch (MailSendException e) {
      return broken(e);
    }
  }

  private static MimeMessage message(MimeMessage message, Notify words, Attempt attempt)
      throws MessagingException {
    message.setFrom();
    var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setValidateAddresses(true);
    helper.setTo(words.email().toArray(String[]::new));
    // A line break in a header would begin another header.
    helper.setSubject(
        words
            .subject()
            .orElse("Evenkeel: run %s, %s".formatted(attempt.run(), attempt.step()))
            .replaceAll("\\s+", " "));
    helper.setText(words.text());
    // The same attempt gives the same id, so that a mail program shows it once.
    message.setHeader(
        "Message-ID",
        "<%s@%s>".formatted(attempt.id().replaceAll("[^A-Za-z0-9._-]", "_"), domain(message)));
    return message;
  }

  private static String domain(MimeMessage message) throws MessagingException {
    Address[] from = message.getFrom();
    return Arrays.stream(from)
        .filter(InternetAddress.class::isInstance)
        .map(address -> ((InternetAddress) address).getAddress())
        .filter(address -> address.contains("@"))
        .map(address -> address.substring(address.lastIndexOf('@') + 1))
        .findFirst()
        .orElse("evenkeel.invalid");
  }

  /** Without a connection, or refused in words, nothing was sent; else nobody knows. */
  private static Outcome broken(MailSendException e) {
    if (e.getCause() != null) {
      return new Outcome.Failed(
          "the mail server cannot be reached: %s; check SPRING_MAIL_HOST and SPRING_MAIL_PORT"
              .formatted(e.getCause().getMessage()));
    }
    for (Exception each : e.getMessageExceptions()) {
      if (each instanceof SendFailedException) {
        return new Outcome.Failed(
            "the mail server refused the e-mail: %s; check the addresses in `email` and what the server lets Evenkeel send"
                .formatted(each.getMessage()));
      }
    }
    return new Outcome.Unknown(
        "the connection to the mail server broke while the e-mail was on its way: "
            + e.getMessage());
  }
}
