package dev.evenkeel.server.comms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * A mail server on loopback that speaks SMTP (RFC 5321) and fails as often as it is told: with a
 * 4xx at any point, or by breaking the connection, before and after it has read the mail.
 */
public final class RaggedSmtp implements AutoCloseable {
  /** A mail that was taken: 250 was said, or would have been if the wire had held. */
  public record Mail(List<String> to, String text) {
    public String header(String name) {
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /** What goes wrong with one conversation. */
  public enum Fault {
    NONE,
    BUSY_AT_MAIL,
    BUSY_AT_RCPT,
    BUSY_AT_END,
    HANGS_UP_AT_HELLO,
    HANGS_UP_AT_MAIL,
    HANGS_UP_WITHIN_DATA,
    /** Taken, but nobody hears of it. */
    HANGS_UP_AFTER_END
  }

  private final ServerSocket socket;
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final RandomGenerator random;
  private volatile int percent;
  private volatile List<Fault> faults = Arrays.asList(Fault.values());
  private volatile List<String> unknown = List.of();

  public RaggedSmtp(RandomGenerator random) {
    this.random = random;
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** From now on so many of a hundred conversations fail, each by one of these. */
  public RaggedSmtp failing(int ofHundred, Fault... by) {
    percent = ofHundred;
    faults = List.of(by);
    return this;
  }

  /** From now on it says 550 to these. */
  public void knowsNot(String... addresses) {
    unknown = List.of(addresses);
  }

  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** To whom it was asked to deliver, each time it was. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> talk(one));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private synchronized Fault fault() {
    return random.nextInt(100) < percent ? faults.get(random.nextInt(faults.size())) : Fault.NONE;
  }

  private void talk(Socket one) {
    try (one;
        var in =
            new BufferedReader(
                new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8))) {
      Fault fault = fault();
      if (fault == Fault.HANGS_UP_AT_HELLO) {
        return;
      }
      say(one, "220 ragged");
      List<String> to = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.toUpperCase(Locale.ROOT);
        if (verb.startsWith("EHLO") || verb.startsWith("HELO")) {
          say(one, "250 ragged");
        } else if (verb.startsWith("MAIL")) {
          if (fault == Fault.HANGS_UP_AT_MAIL) {
            return;
          }
          say(one, fault == Fault.BUSY_AT_MAIL ? "451 busy" : "250 ok");
        } else if (verb.startsWith("RCPT")) {
          String address = line.replaceAll(".*<(.*)>.*", "$1");
          asked.add(address);
          if (unknown.contains(address)) {
            say(one, "550 no such user");
          } else if (fault == Fault.BUSY_AT_RCPT) {
            say(one, "450 come again");
          } else {
            to.add(address);
            say(one, "250 ok");
          }
        } else if (verb.startsWith("DATA")) {
          say(one, "354 go on");
          if (fault == Fault.HANGS_UP_WITHIN_DATA) {
            return;
          }
          String text = data(in);
          if (fault == Fault.BUSY_AT_END) {
            say(one, "452 no room just now");
          } else {
            mails.add(new Mail(List.copyOf(to), text));
            if (fault == Fault.HANGS_UP_AFTER_END) {
              return;
            }
            say(one, "250 taken");
          }
        } else if (verb.startsWith("QUIT")) {
          say(one, "221 bye");
          return;
        } else {
          to.clear();
          say(one, "250 ok");
        }
      }
    } catch (IOException brokenOff) {
      // the client went away; what was taken is taken
    }
  }

  private static String data(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("cut off before the full stop: not taken");
      }
      text.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
    }
    return text.toString();
  }

  private static void say(Socket to, String line) throws IOException {
    to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
