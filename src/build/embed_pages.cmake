# Run at build time: compresses every file of PAGES and writes GENERATED/pages.S (the bytes, by .incbin) and
# GENERATED/pages.cpp (the table of net::asset).
file(GLOB_RECURSE files RELATIVE ${PAGES} ${PAGES}/*)
list(FILTER files EXCLUDE REGEX "\\.(gz|br)$")
list(SORT files)

function(type_of file out)
  set(types html text/html js text/javascript css text/css svg image/svg+xml json application/json png image/png
    txt text/plain)
  string(REGEX MATCH "[^.]*$" ending ${file})
  list(FIND types ${ending} at)
  if(at EQUAL -1)
    set(${out} "application/octet-stream" PARENT_SCOPE)
    return()
  endif()
  math(EXPR at "${at} + 1")
  list(GET types ${at} type)
  if(type MATCHES "^text/")
    string(APPEND type " charset=utf-8")
    string(REPLACE " " "; " type "${type}")
  endif()
  set(${out} "${type}" PARENT_SCOPE)
endfunction()

set(assembly "  .section .rodata\n")
set(declared "")
set(table "")
set(n 0)
# One block of bytes and its two labels.
function(embed label path)
  set(assembly "${assembly}  .global ${label}\n${label}:\n  .incbin \"${path}\"\n  .global ${label}_end\n${label}_end:\n"
    PARENT_SCOPE)
  set(declared "${declared}extern const char ${label}[], ${label}_end[];\n" PARENT_SCOPE)
endfunction()

foreach(file IN LISTS files)
  set(path ${PAGES}/${file})
  execute_process(COMMAND gzip -9nkf ${path} COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${BROTLI} -q 11 -kf ${path} COMMAND_ERROR_IS_FATAL ANY)
  file(SHA256 ${path} hash)
  string(SUBSTRING ${hash} 0 16 etag)
  type_of(${file} type)
  # Vite names what never changes by its content: index-B3xY9_kz.js.
  set(immutable false)
  if(file MATCHES "^console/assets/.*-[A-Za-z0-9_-]+\\.[a-z]+$")
    set(immutable true)
  endif()
  embed(page_${n} ${path})
  embed(page_${n}_gz ${path}.gz)
  embed(page_${n}_br ${path}.br)
  string(APPEND table "    {\"${file}\", \"${type}\", \"\\\"${etag}\\\"\", view(page_${n}, page_${n}_end), "
    "view(page_${n}_gz, page_${n}_gz_end), view(page_${n}_br, page_${n}_br_end), ${immutable}},\n")
  math(EXPR n "${n} + 1")
endforeach()

file(WRITE ${GENERATED}/pages.S "${assembly}  .section .note.GNU-stack,\"\",%progbits\n")
file(WRITE ${GENERATED}/pages.cpp
"// Made by src/build/embed_pages.cmake.
#include \"net/assets.hpp\"

extern \"C\" {
${declared}}

namespace {
std::string_view view(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }
}  // namespace

std::span<const frontdesk::net::asset> frontdesk::net::compiled_pages() {
  static const asset all[] = {
${table}  };
  return all;
}
")
