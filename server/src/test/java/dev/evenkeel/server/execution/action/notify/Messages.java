package dev.evenkeel.server.execution.action.notify;

import dev.evenkeel.runbook.words.Notify;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Words of messages, and the action with a clock that stands still. */
final class Messages {
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private Messages() {}

  static Notify webhook(String address, String text) {
    return new Notify(Optional.of(address), Optional.empty(), List.of(), Optional.empty(), text);
  }

  static Notify signedWebhook(String address, String secret, String text) {
    return new Notify(Optional.of(address), Optional.of(secret), List.of(), Optional.empty(), text);
  }

  static Notify email(String to, String subject, String text) {
    return new Notify(Optional.empty(), Optional.empty(), List.of(to), Optional.of(subject), text);
  }

  /** As in a server that no mail server was configured for. */
  static NotifyAction withoutMail() {
    return action(Map.of());
  }

  static NotifyAction withMail(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.getJavaMailProperties().setProperty("mail.from", "evenkeel@example.org");
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "10000");
    return action(Map.of("sender", sender));
  }

  private static NotifyAction action(Map<String, Object> beans) {
    var senders = new StaticListableBeanFactory(beans).getBeanProvider(JavaMailSender.class);
    return new NotifyAction(new Webhook(Clock.fixed(NOW, ZoneOffset.UTC)), new Email(senders));
  }
}
