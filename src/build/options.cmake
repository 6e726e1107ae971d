# Compiler options of our own code. Boost and the other libraries are system includes: no warnings from them.
add_library(frontdesk_options INTERFACE)
target_compile_options(frontdesk_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wcast-align -Wformat=2 -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(frontdesk_options INTERFACE -Wduplicated-cond -Wlogical-op)
  # GCC 12 inlines the operator new of Asio's coroutine frames but not their delete, and then sees a pair that
  # does not match: reported for each coroutine with an awaitable member function, wrong each time.
  target_compile_options(frontdesk_options INTERFACE -Wno-mismatched-new-delete)
endif()
target_compile_definitions(frontdesk_options INTERFACE
  BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_BOOST_COROUTINE SPDLOG_FMT_EXTERNAL)
target_include_directories(frontdesk_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(FRONTDESK_SANITIZE)
  target_compile_options(frontdesk_options INTERFACE -fsanitize=${FRONTDESK_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(frontdesk_options INTERFACE -fsanitize=${FRONTDESK_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Sanitizer code hides from GCC 12 that library objects are initialised: false reports in <regex>, <optional>.
    target_compile_options(frontdesk_options INTERFACE -Wno-maybe-uninitialized)
  endif()
  if(FRONTDESK_SANITIZE MATCHES undefined AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Its check of calls through pointers puts data before each function; clang 14 cannot do so for the parts of a
    # coroutine ("Cannot represent a difference across sections").
    target_compile_options(frontdesk_options INTERFACE -fno-sanitize=function)
  endif()
  if(FRONTDESK_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC warns of fences inside Asio that TSan does not follow; none are in our code.
    target_compile_options(frontdesk_options INTERFACE -Wno-tsan)
  endif()
endif()

# frontdesk_library(NAME LINKS...): every source of the folder NAME as one static library.
function(frontdesk_library name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  add_library(frontdesk_${name} STATIC ${sources})
  target_link_libraries(frontdesk_${name} PUBLIC frontdesk_options ${ARGN})
endfunction()
