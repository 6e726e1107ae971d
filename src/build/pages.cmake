# The built pages, compiled into the program: `frontdesk_pages` defines net::compiled_pages() (src/net/assets.hpp).
# With FRONTDESK_PAGES=OFF the table is empty and no Node.js is needed.
set(pages_out ${PROJECT_BINARY_DIR}/pages)
set(pages_generated ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${pages_generated})

if(FRONTDESK_PAGES)
  file(GLOB_RECURSE pages_sources CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/src/web/widget/* ${PROJECT_SOURCE_DIR}/src/web/console/*
    ${PROJECT_SOURCE_DIR}/src/web/shared/* ${PROJECT_SOURCE_DIR}/src/web/demo/*
    ${PROJECT_SOURCE_DIR}/src/wire/schema/*)
  list(FILTER pages_sources EXCLUDE REGEX "node_modules|/dist/|\\.test\\.|README\\.md$")
  find_program(NPM npm REQUIRED)
  find_program(BROTLI brotli REQUIRED)

  # The packages, only when the lock file has changed.
  set(pages_packages ${PROJECT_SOURCE_DIR}/src/web/node_modules/.package-lock.json)
  add_custom_command(OUTPUT ${pages_generated}/packages.stamp
    COMMAND sh -c "[ '${pages_packages}' -nt package-lock.json ] || ${NPM} ci --no-audit --no-fund"
    COMMAND ${CMAKE_COMMAND} -E touch ${pages_generated}/packages.stamp
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/src/web
    DEPENDS ${PROJECT_SOURCE_DIR}/src/web/package-lock.json
    COMMENT "Fetching what the pages are built with" VERBATIM)
  add_custom_command(OUTPUT ${pages_generated}/pages.S ${pages_generated}/pages.cpp
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${pages_out}
    COMMAND ${CMAKE_COMMAND} -E env FRONTDESK_WEB_OUT=${pages_out} ${NPM} run --silent build
    COMMAND ${CMAKE_COMMAND} -DPAGES=${pages_out} -DGENERATED=${pages_generated} -DBROTLI=${BROTLI}
      -P ${PROJECT_SOURCE_DIR}/src/build/embed_pages.cmake
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/src/web
    DEPENDS ${pages_generated}/packages.stamp ${pages_sources} ${PROJECT_SOURCE_DIR}/src/build/embed_pages.cmake
    COMMENT "Building the pages" VERBATIM)
  add_library(frontdesk_pages STATIC ${pages_generated}/pages.S ${pages_generated}/pages.cpp)
else()
  file(WRITE ${pages_generated}/no_pages.cpp
    "#include \"net/assets.hpp\"\nstd::span<const frontdesk::net::asset> frontdesk::net::compiled_pages() { return {}; }\n")
  add_library(frontdesk_pages STATIC ${pages_generated}/no_pages.cpp)
endif()
target_link_libraries(frontdesk_pages PUBLIC frontdesk_options)
