package dev.evenkeel.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Somebody at a terminal of 80 columns in Berlin, at a fixed time, who types commands. */
public final class Desktop implements Terminal {
  public static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private boolean canRedraw;
  private String typed = "";
  private Optional<String> hidden = Optional.empty();

  public static Desktop at(ScriptedServer server) {
    return new Desktop()
        .with("EVENKEEL_SERVER", server.url().toString())
        .with("EVENKEEL_TOKEN", "t0ken");
  }

  public Desktop with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Desktop piping(String text) {
    typed = text;
    return this;
  }

  public Desktop typingHidden(String text) {
    hidden = Optional.of(text);
    return this;
  }

  public Desktop redrawing() {
    canRedraw = true;
    return this;
  }

  public int evenkeel(String... arguments) {
    Caller caller =
        new Caller(
            environment,
            "/home/ada",
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            Clock.fixed(NOW, BERLIN),
            this);
    CommandLine line = Evenkeel.commandLine(caller);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  @Override
  public boolean canRedraw() {
    return canRedraw;
  }

  @Override
  public boolean showsOutput() {
    return canRedraw;
  }

  @Override
  public boolean unicode() {
    return true;
  }

  @Override
  public Size size() {
    return Size.USUAL;
  }

  @Override
  public Optional<char[]> askHidden(String prompt) {
    return hidden.map(String::toCharArray);
  }
}
