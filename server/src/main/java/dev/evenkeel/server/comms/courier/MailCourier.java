package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.ChannelKind;
import dev.evenkeel.server.comms.ChannelTerms.MailTerms;
import dev.evenkeel.server.comms.ChannelTerms.Security;
import dev.evenkeel.server.comms.courier.Handover.Taken;
import dev.evenkeel.server.comms.courier.Handover.TurnedDown;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/** E-mail. The Message-ID is the same at every attempt, so that mail programs can tell doubles. */
@Component
class MailCourier implements Courier {
  private static final Pattern METHOD = Pattern.compile("(?im)^METHOD:([A-Z]+)\\s*$");
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Optional<SSLSocketFactory> sockets;

  /** Trusts whom Java trusts. */
  MailCourier() {
    this(Optional.empty());
  }

  MailCourier(Optional<SSLSocketFactory> sockets) {
    this.sockets = sockets;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SMTP;
  }

  @Override
  public Handover deliver(Parcel parcel, Runnable handingOver) {
    MailTerms mail =
        parcel
            .terms()
            .mail()
            .orElseThrow(() -> new IllegalStateException("a channel of e-mail has a server"));
    Session session = Session.getInstance(properties(mail));
    OutgoingMail message;
    InternetAddress[] recipients;
    try {
      message = new OutgoingMail(session, messageId(parcel, mail), handingOver);
      recipients = addresses(parcel.recipients());
      fill(message, parcel, mail, recipients);
    } catch (MessagingException unfit) {
      return new TurnedDown(
          "The e-mail cannot be written: %s. Correct the addresses of the channel or of the person."
              .formatted(unfit.getMessage()));
    }
    return send(session, mail, parcel, message, recipients);
  }

  private static Handover send(
      Session session,
      MailTerms mail,
      Parcel parcel,
      OutgoingMail message,
      InternetAddress[] recipients) {
    String server = "%s:%d".formatted(mail.host(), mail.port());
    Transport transport;
    try {
      transport = session.getTransport(mail.security() == Security.TLS ? "smtps" : "smtp");
      transport.connect(
          mail.host(),
          mail.port(),
          mail.username().orElse(null),
          mail.username().isPresent() ? parcel.secret().orElse("") : null);
    } catch (MessagingException unreached) {
      return MailTrouble.beforeIt(server, unreached);
    }
    try {
      transport.sendMessage(message, recipients);
      return new Taken("%s took it.".formatted(server));
    } catch (MessagingException broken) {
      return MailTrouble.withIt(server, message.isWritten(), broken);
    } finally {
      quit(transport);
    }
  }

  private static void quit(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // what was said before counts
    }
  }

  private Properties properties(MailTerms mail) {
    var properties = new Properties();
    for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
      properties.put(protocol + "connectiontimeout", "5000");
      // A server that looks through a mail before it takes it may need its time, and to break off
      // then would leave in doubt what it did.
      properties.put(protocol + "timeout", "60000");
      properties.put(protocol + "writetimeout", "20000");
      properties.put(protocol + "ssl.checkserveridentity", "true");
      properties.put(protocol + "sendpartial", "true");
      properties.put(protocol + "auth", Boolean.toString(mail.username().isPresent()));
      properties.put(protocol + "from", bare(mail.sender()));
    }
    properties.put(
        "mail.smtp.starttls.enable", Boolean.toString(mail.security() == Security.STARTTLS));
    properties.put(
        "mail.smtp.starttls.required", Boolean.toString(mail.security() == Security.STARTTLS));
    properties.put("mail.mime.charset", UTF_8);
    sockets.ifPresent(factory -> {
      properties.put("mail.smtp.ssl.socketFactory", factory);
      properties.put("mail.smtps.ssl.socketFactory", factory);
    });
    return properties;
  }

  private static String messageId(Parcel parcel, MailTerms mail) {
    String sender = bare(mail.sender());
    return "<%s@%s>".formatted(parcel.wire(), sender.substring(sender.lastIndexOf('@') + 1));
  }

  private static String bare(String sender) {
    try {
      return new InternetAddress(sender).getAddress();
    } catch (MessagingException unfit) {
      return sender; // refused below, when the message is written
    }
  }

  static InternetAddress[] addresses(List<String> all) throws MessagingException {
    List<InternetAddress> addresses = new ArrayList<>();
    for (String one : all) {
      var address = new InternetAddress(Clip.line(one), true);
      address.validate();
      addresses.add(address);
    }
    return addresses.toArray(InternetAddress[]::new);
  }

  private static void fill(
      OutgoingMail mail, Parcel parcel, MailTerms terms, InternetAddress[] recipients)
      throws MessagingException {
    var message = parcel.message();
    mail.setFrom(new InternetAddress(Clip.line(terms.sender()), true));
    mail.setRecipients(RecipientType.TO, recipients);
    mail.setSubject(Clip.line(message.subject()), UTF_8);
    mail.setSentDate(Date.from(parcel.postedAt()));
    // Robots that answer absences leave it alone.
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (message.html().isEmpty() && message.invite().isEmpty()) {
      mail.setText(message.text(), UTF_8);
    } else {
      var parts = new MimeMultipart("alternative");
      parts.addBodyPart(part(message.text(), "text/plain; charset=UTF-8"));
      if (message.html().isPresent()) {
        parts.addBodyPart(part(message.html().get(), "text/html; charset=UTF-8"));
      }
      if (message.invite().isPresent()) {
        parts.addBodyPart(
            part(
                message.invite().get(),
                "text/calendar; charset=UTF-8; method=%s"
                    .formatted(method(message.invite().get()))));
      }
      mail.setContent(parts);
    }
    mail.saveChanges();
  }

  /** A mail program takes the invitation only when its method is named outside as well. */
  private static String method(String invite) {
    Matcher found = METHOD.matcher(invite);
    return found.find() ? found.group(1) : "REQUEST";
  }

  private static MimeBodyPart part(String text, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setContent(text, type);
    part.setHeader("Content-Type", type);
    return part;
  }
}
