package dev.clade.local.system;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The contracts of an image that Buf has built. */
final class Contracts {
  private Contracts() {}

  /** Returns an image's methods by their full names. */
  static Map<String, MethodDescriptor> methods(Path image)
      throws IOException, DescriptorValidationException {
    Map<String, FileDescriptorProto> sources = new LinkedHashMap<>();
    try (InputStream content = Files.newInputStream(image)) {
      FileDescriptorSet.parseFrom(content)
          .getFileList()
          .forEach(file -> sources.put(file.getName(), file));
    }
    Map<String, FileDescriptor> built = new HashMap<>();
    Map<String, MethodDescriptor> methods = new LinkedHashMap<>();
    for (String name : sources.keySet()) {
      build(name, sources, built)
          .getServices()
          .forEach(
              service ->
                  service
                      .getMethods()
                      .forEach(method -> methods.put(method.getFullName(), method)));
    }
    return methods;
  }

  private static FileDescriptor build(
      String name, Map<String, FileDescriptorProto> sources, Map<String, FileDescriptor> built)
      throws DescriptorValidationException {
    FileDescriptor known = built.get(name);
    if (known != null) {
      return known;
    }
    FileDescriptorProto source = sources.get(name);
    FileDescriptor[] imports = new FileDescriptor[source.getDependencyCount()];
    for (int i = 0; i < imports.length; i++) {
      imports[i] = build(source.getDependency(i), sources, built);
    }
    FileDescriptor file = FileDescriptor.buildFrom(source, imports);
    built.put(name, file);
    return file;
  }
}
