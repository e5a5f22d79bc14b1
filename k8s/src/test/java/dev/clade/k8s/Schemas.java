package dev.clade.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the API server would say of an object's shape. Kubernetes' own objects are held against the
 * official models, which are made from its OpenAPI schema; custom resources against models that are
 * made from their definitions.
 */
final class Schemas {
  private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
  private static final String OFFICIAL = "io.kubernetes.client.openapi.models.";

  private static final Set<String> CUSTOM =
      Set.of("cert-manager.io/v1", "monitoring.coreos.com/v1");

  private final ObjectMapper strict =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .annotationIntrospector(new KnownPropertiesOnly())
          .build();

  /** Returns what is wrong with an object; nothing when its shape is right. */
  Optional<String> fault(JsonNode object) {
    String version = object.path("apiVersion").asText();
    String kind = object.path("kind").asText();
    Optional<String> fault =
        CUSTOM.contains(version) ? Optional.empty() : official(version, kind, object);
    return fault.or(() -> typed(object));
  }

  /** The official models do not look at the types of plain values, and know no custom resources. */
  private Optional<String> typed(JsonNode object) {
    ObjectNode kind = JsonNodeFactory.instance.objectNode();
    kind.set("apiVersion", object.path("apiVersion"));
    kind.set("kind", object.path("kind"));
    Class<?> model = SERIALIZATION.unmarshal(kind.toString()).getClass();
    if (model == GenericKubernetesResource.class) {
      return Optional.of("there is no model of " + object.path("kind").asText());
    }
    try {
      strict.treeToValue(object, model);
      return Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(e.getOriginalMessage());
    }
  }

  private static Optional<String> official(String version, String kind, JsonNode object) {
    String prefix = version.substring(version.indexOf('/') + 1);
    String name = prefix.substring(0, 1).toUpperCase(Locale.ROOT) + prefix.substring(1) + kind;
    try {
      Class.forName(OFFICIAL + name)
          .getMethod("validateJsonElement", JsonElement.class)
          .invoke(null, JsonParser.parseString(object.toString()));
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of("there is no %s in %s".formatted(kind, version));
    } catch (InvocationTargetException e) {
      return Optional.of(String.valueOf(e.getCause().getMessage()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The models keep what they do not know, for clients that are older than servers. */
  private static final class KnownPropertiesOnly extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated method) {
      return false;
    }
  }
}
