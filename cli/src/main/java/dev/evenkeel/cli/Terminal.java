package dev.evenkeel.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a person sits at, or what a program reads from. */
public interface Terminal {

  /** Columns and rows. */
  record Size(int columns, int rows) {
    /** When the terminal does not tell. */
    public static final Size USUAL = new Size(80, 24);
  }

  /** Whether lines already written can be written over, in colour. */
  boolean canRedraw();

  /** Whether what is printed is seen by a person, and not taken by a file or a program. */
  boolean showsOutput();

  /** Whether it shows more than ASCII. */
  boolean unicode();

  Size size();

  /** Asks a person for something that must not be seen; empty when there is nobody to ask. */
  Optional<char[]> askHidden(String prompt);

  /** The one this process was started at. */
  static Terminal ofThisProcess(Map<String, String> environment) {
    Console console = System.console();
    boolean person = console != null && console.isTerminal();
    boolean plain =
        environment.containsKey("NO_COLOR") || "dumb".equals(environment.getOrDefault("TERM", ""));
    return new Terminal() {
      @Override
      public boolean canRedraw() {
        return person && !plain;
      }

      @Override
      public boolean showsOutput() {
        return person || outputIsTerminal();
      }

      @Override
      public boolean unicode() {
        String name = System.getProperty("stdout.encoding", "");
        return Charset.isSupported(name) && Charset.forName(name).newEncoder().canEncode('●');
      }

      @Override
      public Size size() {
        return person ? asked() : Size.USUAL;
      }

      @Override
      public Optional<char[]> askHidden(String prompt) {
        return person && console != null
            ? Optional.ofNullable(console.readPassword("%s", prompt))
            : Optional.empty();
      }
    };
  }

  /** Java knows a terminal only where the input is one too, but {@code test} can tell. */
  private static boolean outputIsTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "1").inheritIO().start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Java cannot tell the size of a terminal, but {@code stty} can. */
  private static Size asked() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      try (InputStream answer = stty.getInputStream()) {
        String[] words =
            new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip().split(" ");
        return stty.waitFor(1, TimeUnit.SECONDS) && words.length == 2
            ? sensible(Integer.parseInt(words[0]), Integer.parseInt(words[1]))
            : Size.USUAL;
      }
    } catch (IOException | NumberFormatException noSuchProgram) {
      return Size.USUAL;
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
      return Size.USUAL;
    }
  }

  private static Size sensible(int rows, int columns) {
    return rows > 4 && columns > 20 ? new Size(columns, rows) : Size.USUAL;
  }
}
