package dev.evenkeel.cli.judge.words;

import dev.evenkeel.runbook.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as runbooks write it. */
public final class DurationText implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Durations.parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s' is no duration. Write 30s, 10m or 24h.".formatted(text)));
  }
}
