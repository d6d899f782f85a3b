package dev.evenkeel.server.comms.courier;

import dev.evenkeel.server.comms.courier.Handover.InDoubt;
import dev.evenkeel.server.comms.courier.Handover.Later;
import dev.evenkeel.server.comms.courier.Handover.Partly;
import dev.evenkeel.server.comms.courier.Handover.TurnedDown;
import dev.evenkeel.server.shared.TlsTrouble;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a mail server, and whether anybody may have the mail all the same. */
final class MailTrouble {
  private MailTrouble() {}

  /** Before the mail was named: nobody has it. */
  static Handover beforeIt(String server, MessagingException broken) {
    if (broken instanceof AuthenticationFailedException) {
      return Later.everything(
          "%s does not let Evenkeel in: %s. Check the user and the secret of the channel."
              .formatted(server, said(broken)));
    }
    if (said(broken).contains("STARTTLS is required")) {
      return Later.everything(
          "%s does not offer STARTTLS, which the channel asks for. Nothing was sent. Have the server offer it, or choose TLS; none is for a relay on this machine."
              .formatted(server));
    }
    if (TlsTrouble.is(broken) || said(broken).contains("STARTTLS")) {
      return Later.everything(
          "No encrypted connection to %s: %s. Nothing was sent."
              .formatted(
                  server, TlsTrouble.is(broken) ? TlsTrouble.says(server, broken) : said(broken)));
    }
    return Later.everything(
        "%s cannot be reached: %s. Nothing was sent. Check the server and port of the channel."
            .formatted(server, said(broken)));
  }

  /**
   * @param written whether all of the mail was written, so that the server may have taken it
   */
  static Handover withIt(String server, boolean written, MessagingException broken) {
    List<Exception> chain = chain(broken);
    List<String> unsent = unsent(broken);
    boolean someHaveIt =
        broken instanceof SendFailedException failed && !isEmpty(failed.getValidSentAddresses());
    Optional<Integer> code = code(chain);
    List<String> refused = refused(chain);
    List<String> later = unsent.stream().filter(one -> !refused.contains(one)).toList();
    if (someHaveIt) {
      return new Partly(
          later,
          refused,
          "%s took it, but not for %s: %s"
              .formatted(server, String.join(", ", unsent), reasons(chain)));
    }
    if (written && !isAnswered(broken)) {
      return new InDoubt(
          "The connection to %s broke before it said whether it took the mail (%s)."
              .formatted(server, said(broken)));
    }
    if (code.isEmpty() || code.get() < 500) {
      return later(later, refused, "%s did not take it: %s".formatted(server, reasons(chain)));
    }
    return isTemporary(chain)
        ? later(later, refused, "%s did not take it: %s".formatted(server, reasons(chain)))
        : new TurnedDown("%s turned it down: %s".formatted(server, reasons(chain)));
  }

  /** Nobody has it; who is refused for good is not asked for again with the others. */
  private static Handover later(List<String> later, List<String> refused, String says) {
    return refused.isEmpty() || later.isEmpty()
        ? Later.thisOne(says)
        : new Partly(later, refused, says);
  }

  /** Of whom the server said by name that it never takes anything for them. */
  private static List<String> refused(List<Exception> chain) {
    return chain.stream()
        .flatMap(one ->
            one instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500
                ? Stream.of(address.getAddress().getAddress())
                : Stream.empty())
        .distinct()
        .toList();
  }

  /** Whether the server said itself that it does not take it. */
  private static boolean isAnswered(MessagingException broken) {
    return broken instanceof SMTPSendFailedException failed && failed.getReturnCode() >= 400;
  }

  private static Optional<Integer> code(List<Exception> chain) {
    return chain.stream().map(MailTrouble::code).filter(code -> code > 0).findFirst();
  }

  private static int code(Exception one) {
    return switch (one) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPSendFailedException send -> send.getReturnCode();
      default -> -1;
    };
  }

  /** Whether any of those who have not got it may get it another time. */
  private static boolean isTemporary(List<Exception> chain) {
    return chain.stream().map(MailTrouble::code).anyMatch(code -> code >= 400 && code < 500);
  }

  private static String reasons(List<Exception> chain) {
    String answers =
        chain.stream()
            .filter(one -> code(one) >= 400)
            .map(MailTrouble::said)
            .distinct()
            .limit(5)
            .collect(Collectors.joining("; "));
    return answers.isEmpty() ? said(chain.getFirst()) + "." : answers;
  }

  private static String said(Exception broken) {
    return Clip.line(String.valueOf(broken.getMessage()));
  }

  private static List<Exception> chain(MessagingException broken) {
    List<Exception> chain = new ArrayList<>();
    @Nullable Exception one = broken;
    while (one != null && chain.size() < 100) {
      chain.add(one);
      one = one instanceof MessagingException more ? more.getNextException() : null;
    }
    return chain;
  }

  private static List<String> unsent(MessagingException broken) {
    return broken instanceof SendFailedException failed
        ? Stream.of(failed.getValidUnsentAddresses(), failed.getInvalidAddresses())
            .filter(some -> !isEmpty(some))
            .flatMap(Arrays::stream)
            .map(address -> ((InternetAddress) address).getAddress())
            .distinct()
            .toList()
        : List.of();
  }

  private static boolean isEmpty(Address @Nullable [] addresses) {
    return addresses == null || addresses.length == 0;
  }
}
