package dev.evenkeel.server.comms;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Person;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.AccountAddresses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Where single persons are written to: at the address of their account, else at the one the estate
 * has for them. Whoever sends to a person asks here.
 */
@Component
public class AddressBook {
  private final AccountAddresses accounts;
  private final EstateBook estate;

  AddressBook(AccountAddresses accounts, EstateBook estate) {
    this.accounts = accounts;
    this.estate = estate;
  }

  /** Everybody of whom something is known, in the order of their names, by name. */
  public Map<String, Person> people() {
    Map<String, Person> people = new TreeMap<>();
    estate
        .estate()
        .all(EntryKind.PERSON)
        .forEach((name, document) -> people.put(name, (Person) document.entry()));
    accounts
        .all()
        .forEach((name, address) ->
            people.merge(name, withAccountOnly(name, address), (known, _) -> at(address, known)));
    return people;
  }

  public Optional<Person> person(String name) {
    Optional<Person> known =
        estate
            .estate()
            .find(new Document.Key(EntryKind.PERSON, name))
            .map(document -> (Person) document.entry());
    Optional<String> own = accounts.of(name);
    return own.isEmpty()
        ? known
        : own.map(address ->
            known.map(one -> at(address, one)).orElseGet(() -> withAccountOnly(name, address)));
  }

  public Optional<String> of(String name) {
    return person(name).flatMap(Person::email);
  }

  /** By name. */
  public Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    people().forEach((name, one) -> one.email().ifPresent(address -> all.put(name, address)));
    return all;
  }

  private static Person at(String address, Person known) {
    return new Person(
        known.name(),
        known.title(),
        known.role(),
        known.team(),
        known.skills(),
        Optional.of(address),
        known.phone(),
        known.timeZone(),
        known.absences(),
        known.sources());
  }

  private static Person withAccountOnly(String name, String address) {
    return new Person(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(address),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of());
  }
}
