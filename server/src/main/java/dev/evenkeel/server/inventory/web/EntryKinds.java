package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.server.shared.Refused;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Kinds of documents as addresses name them. */
@Component
class EntryKinds implements Converter<String, EntryKind> {
  @Override
  public EntryKind convert(String path) {
    return EntryKind.ofPath(path)
        .or(() -> EntryKind.ofWord(path))
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "There are no '%s' in an estate; there are %s."
                    .formatted(
                        path,
                        Arrays.stream(EntryKind.values())
                            .map(EntryKind::path)
                            .collect(Collectors.joining(", ")))));
  }
}
