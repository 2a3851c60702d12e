# What `cmake --install` puts where: library, headers, tool, config package, pkg-config.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS gainsay EXPORT gainsayTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/gainsay
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(gainsay_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/gainsay)
install(EXPORT gainsayTargets NAMESPACE gainsay:: DESTINATION ${gainsay_config_dir})
configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/gainsayConfig.cmake.in
  ${PROJECT_BINARY_DIR}/gainsayConfig.cmake INSTALL_DESTINATION ${gainsay_config_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/gainsayConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/gainsayConfig.cmake
  ${PROJECT_BINARY_DIR}/gainsayConfigVersion.cmake DESTINATION ${gainsay_config_dir})

# A static library needs its third parties at the user's link step: pkg-config --static.
if(BUILD_SHARED_LIBS)
  set(gainsay_pc_cflags "")
else()
  set(gainsay_pc_cflags " -DGAINSAY_STATIC")
endif()
# Found from where the file lies, so that `cmake --install --prefix` may move it.
file(RELATIVE_PATH gainsay_pc_prefix
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${PROJECT_SOURCE_DIR}/cmake/gainsay.pc.in ${PROJECT_BINARY_DIR}/gainsay.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/gainsay.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(TARGET gainsay_tool)
  install(TARGETS gainsay_tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
