package dev.evenkeel.server.comms.remind;

import dev.evenkeel.estate.Person;
import dev.evenkeel.server.comms.AddressBook;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** In which language and by which clock single persons are written to: as they chose. */
@Component
public class Readers {
  private final ReminderStore store;
  private final AddressBook addresses;

  Readers(ReminderStore store, AddressBook addresses) {
    this.store = store;
    this.addresses = addresses;
  }

  public Audience of(String person) {
    ReminderTerms terms = store.of(person).terms();
    return new Audience(
        AudienceClass.TECHNICAL,
        terms.language(),
        terms
            .zone()
            .or(() -> addresses.person(person).flatMap(Person::timeZone))
            .orElse(ZoneId.of("UTC")));
  }
}
