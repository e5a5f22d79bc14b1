package dev.clade.valuation.server.imageset;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.ImageSet;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.store.ImageSetStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stores and returns image sets. */
@ApplicationScoped
public class ImageSetService {
  private final ImageSetStore store;

  @Inject
  ImageSetService(ImageSetStore store) {
    this.store = store;
  }

  /**
   * Stores an image set and returns it in its canonical form.
   *
   * @param sent as it came, without id, contributors in any order
   * @throws CladeException naming the first field that breaks a rule
   */
  public Uni<ImageSet> create(ImageSet sent) {
    ImageSetRules.check(sent);
    ImageSet canonical = CanonicalForm.of(sent);
    return store.put(canonical).replaceWith(canonical);
  }

  /**
   * Returns an image set with its pixels; fails with {@link Reason#IMAGE_SET_NOT_FOUND}.
   *
   * @param name resource name
   */
  public Uni<ImageSet> get(String name) {
    return store
        .find(Names.imageSet("name", name))
        .map(
            found ->
                found.orElseThrow(() -> CladeException.notFound(Reason.IMAGE_SET_NOT_FOUND, name)));
  }
}
