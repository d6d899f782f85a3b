package dev.evenkeel.server.comms.remind;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Person;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.inventory.EstateBook;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** In which language and by which clock single persons are written to: as they chose. */
@Component
public class Readers {
  private final ReminderStore store;
  private final EstateBook estate;

  Readers(ReminderStore store, EstateBook estate) {
    this.store = store;
    this.estate = estate;
  }

  public Audience of(String person) {
    ReminderTerms terms = store.of(person).terms();
    return new Audience(
        AudienceClass.TECHNICAL,
        terms.language(),
        terms
            .zone()
            .or(() ->
                estate
                    .estate()
                    .find(new Document.Key(EntryKind.PERSON, person))
                    .flatMap(document -> ((Person) document.entry()).timeZone()))
            .orElse(ZoneId.of("UTC")));
  }
}
