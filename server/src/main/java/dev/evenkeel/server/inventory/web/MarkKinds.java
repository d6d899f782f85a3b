package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.callers.Mark;
import dev.evenkeel.server.shared.Refused;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** What a caller is known by, as addresses and forms name it. */
@Component
class MarkKinds implements Converter<String, Mark.Kind> {
  @Override
  public Mark.Kind convert(String word) {
    return Arrays.stream(Mark.Kind.values())
        .filter(kind -> kind.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "Callers are not known by '%s' but by %s."
                    .formatted(
                        word,
                        Arrays.stream(Mark.Kind.values())
                            .map(Mark.Kind::word)
                            .collect(Collectors.joining(", ")))));
  }
}
