# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Where everything belongs on a Linux desktop. The programs find models and samples in ../share/shotlab beside their own
# folder, so the whole tree can be moved.
include(GNUInstallDirs)

install(TARGETS shotlab shotlab-cli shotlab-engine RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY resources/models resources/samples DESTINATION ${CMAKE_INSTALL_DATADIR}/shotlab)

set(id org.shotlab.Shotlab)
set(desktop resources/desktop)
install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/${id}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${id}.xml)
install(FILES ${desktop}/${id}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${desktop}/application-x-shotlab.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/mimetypes)

install(FILES README.md LICENSE resources/CREDITS.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(FILES resources/fonts/OFL.txt DESTINATION ${CMAKE_INSTALL_DOCDIR}/resources/fonts)
install(FILES resources/icons/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR}/resources/icons)
install(DIRECTORY resources/licences DESTINATION ${CMAKE_INSTALL_DOCDIR}/resources)
