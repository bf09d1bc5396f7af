; Windows knows a file by what follows its last dot, and `.json` belongs to the user's editor. So Dryrun is
; offered under "Open with" and takes nothing over.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dryrun.Scenario" "" "Dryrun scenario"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dryrun.Scenario\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dryrun.Scenario\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Dryrun.Scenario" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Dryrun.Scenario"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Dryrun.Scenario"
!macroend
