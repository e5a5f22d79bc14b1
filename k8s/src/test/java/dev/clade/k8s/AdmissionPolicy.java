package dev.clade.k8s;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelException;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An admission policy, judged as the API server does: every expression is evaluated, and one that
 * cannot be is a refusal.
 */
public final class AdmissionPolicy {
  private final Cel cel =
      CelFactory.standardCelBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addCompilerLibraries(CelExtensions.strings())
          .addRuntimeLibraries(CelExtensions.strings())
          .addVar("object", SimpleType.DYN)
          .addVar("params", SimpleType.DYN)
          .addVar("variables", SimpleType.DYN)
          .build();

  private final KubernetesSerialization serialization = new KubernetesSerialization();
  private final ValidatingAdmissionPolicy policy;
  private final ConfigMap parameters;

  private AdmissionPolicy(ValidatingAdmissionPolicy policy, ConfigMap parameters) {
    this.policy = policy;
    this.parameters = parameters;
  }

  /** Reads the only policy of manifests, with the only ConfigMap as its parameters. */
  public static AdmissionPolicy of(RenderedManifests manifests) {
    return new AdmissionPolicy(
        manifests.ofType(ValidatingAdmissionPolicy.class).getFirst(),
        manifests.ofType(ConfigMap.class).getFirst());
  }

  /** Returns the messages of the rules that an object breaks; none when it is admitted. */
  public List<String> refusals(HasMetadata object) {
    Map<String, Object> variables = new LinkedHashMap<>();
    Map<String, Object> scope =
        Map.of("object", plain(object), "params", plain(parameters), "variables", variables);
    List<String> refusals = new ArrayList<>();
    try {
      for (Variable variable : policy.getSpec().getVariables()) {
        variables.put(variable.getName(), evaluate(variable.getExpression(), scope));
      }
    } catch (CelException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    for (Validation validation : policy.getSpec().getValidations()) {
      if (!holds(validation, scope)) {
        refusals.add(validation.getMessage());
      }
    }
    return refusals;
  }

  private boolean holds(Validation validation, Map<String, Object> scope) {
    try {
      return Boolean.TRUE.equals(evaluate(validation.getExpression(), scope));
    } catch (CelException e) {
      return false;
    }
  }

  private Object evaluate(String expression, Map<String, Object> scope) throws CelException {
    return cel.createProgram(cel.compile(expression).getAst()).eval(scope);
  }

  private Object plain(Object object) {
    return wide(serialization.convertValue(object, Map.class));
  }

  /** CEL has integers of 64 bits only. */
  private static Object wide(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> wide = new LinkedHashMap<>();
        map.forEach((key, inner) -> wide.put(key, wide(inner)));
        yield wide;
      }
      case List<?> list -> list.stream().map(AdmissionPolicy::wide).toList();
      case Integer number -> number.longValue();
      default -> value;
    };
  }
}
