# shudao_figure_bundle(OUT): makes the JavaScript of the figures with npm and names the file in OUT; empties OUT where
# there is no npm, or it cannot fetch what it needs. Libraries are fetched when CMake configures, once for each
# package-lock.json; the bundle is made anew only when a definition changes.
function(shudao_figure_bundle out)
  set(${out} "" PARENT_SCOPE)
  find_program(NPM npm)
  find_program(NODE NAMES node nodejs)
  if(NOT NPM OR NOT NODE)
    message(WARNING "no npm: reports will have tables and maps but no charts (apt-get install nodejs npm, or -DSHUDAO_JS=OFF)")
    return()
  endif()
  set(source ${PROJECT_SOURCE_DIR}/viz/figures)
  set(made ${CMAKE_BINARY_DIR}/figures)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source}/package-lock.json ${source}/package.json)
  file(SHA256 ${source}/package-lock.json wanted)
  set(have "")
  if(EXISTS ${made}/fetched)
    file(READ ${made}/fetched have)
  endif()
  if(NOT have STREQUAL wanted)
    file(COPY ${source}/package.json ${source}/package-lock.json ${source}/.npmrc DESTINATION ${made})
    message(STATUS "fetching the libraries of the figures with npm")
    execute_process(COMMAND ${NPM} ci --omit=dev --ignore-scripts WORKING_DIRECTORY ${made} TIMEOUT 180
                    RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(NOT failed EQUAL 0)
      message(WARNING "npm could not fetch the libraries of the figures: reports will have tables and maps but no charts\n${said}")
      return()
    endif()
    file(WRITE ${made}/fetched ${wanted})
  endif()
  file(GLOB_RECURSE definitions CONFIGURE_DEPENDS ${source}/src/*.js)
  add_custom_command(OUTPUT ${made}/figures.js
    COMMAND ${CMAKE_COMMAND} -E copy ${source}/bundle.mjs ${made}/bundle.mjs
    COMMAND ${CMAKE_COMMAND} -E env NODE_PATH=${made}/node_modules ${NODE} ${made}/bundle.mjs ${made}/figures.js ${source}/src/main.js
    DEPENDS ${definitions} ${source}/bundle.mjs ${made}/fetched
    COMMENT "Bundling the figure definitions" VERBATIM)
  set(${out} ${made}/figures.js PARENT_SCOPE)
endfunction()
