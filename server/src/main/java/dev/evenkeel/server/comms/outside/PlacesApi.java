package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Tagged;
import dev.evenkeel.server.shared.Typed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alertmanager and Grafana, over HTTP. */
@RestController
@RequestMapping("/api/places")
@Needs(Right.ADMINISTER)
class PlacesApi {
  private static final String[] READ_ONLY = {"title", "version", "changedAt", "changedBy"};

  private final PlaceBook book;

  PlacesApi(PlaceBook book) {
    this.book = book;
  }

  @GetMapping
  @Needs(Right.VIEW)
  List<PlaceView> all() {
    return book.all().stream().map(PlaceView::of).toList();
  }

  @GetMapping("/{name}")
  @Needs(Right.VIEW)
  ResponseEntity<PlaceView> one(@PathVariable String name) {
    Place place = book.get(name);
    return Tagged.of(place.version(), PlaceView.of(place));
  }

  @PostMapping
  ResponseEntity<PlaceView> add(@RequestBody(required = false) @Nullable String body, Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    typed.passes(READ_ONLY);
    PlaceTerms terms = PlaceForm.read(typed, Optional.empty());
    typed.refuseIfWrong();
    book.add(terms, actor);
    Place place = book.get(terms.name());
    return Tagged.made("/api/places/" + terms.name(), place.version(), PlaceView.of(place));
  }

  /** Puts a place in the place of the version named by {@code If-Match}. */
  @PutMapping("/{name}")
  ResponseEntity<PlaceView> edit(
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    typed.passes(READ_ONLY);
    typed.passes("name");
    PlaceTerms terms = PlaceForm.read(typed, Optional.of(book.get(name)));
    typed.refuseIfWrong();
    book.edit(terms, IfMatch.version(seen), actor);
    return one(name);
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      Actor actor) {
    book.remove(name, IfMatch.version(seen), actor);
  }

  /** Asks whether it answers; nothing changes there. */
  @PostMapping("/{name}/test")
  PlaceBook.Tried test(@PathVariable String name, Actor actor) {
    return book.greet(name, actor);
  }
}
